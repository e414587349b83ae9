local team = require "hired_team_test"

return team.with {
  rule = "de/acquihire-assets",
  cannot_be = {
    { "applies 1", "false", "each subject is proposed by a team that came over" },
  },
  facts = team.facts(),

  { "the shape of Microsoft and Inflection is flagged: team, licence and money", expect = "flagged" },
}
