--- For tests alone: the shape of Microsoft and Inflection, a team that came over with a licence and money, and the tests that
--- every rule on such teams passes in the same words.
local joined = require "joined_test"
local money  = require "money_test"

local team = {}
local usd = money.usd

--- The giant, the lab, and what passed between them.
---@return table facts
function team.facts()
  return {
    as_of = "2024-12-01",
    entities = { { id = "giant", activities = { "software" } }, { id = "lab", activities = { "ai-developer" } } },
    transactions = {
      {
        id = "hire", acquirer = "giant", target = "lab", type = "acqui-hire", status = "closed", from = "2024-03-19",
        closed = "2024-03-19", value = usd(650e6),
      },
    },
    agreements = { { id = "licence", type = "ip-licence", holder = "giant", grantor = "lab", scope = "models", from = "2024-03-19" } },
  }
end

--- What makes more of a team than people: a licence or a price.
---@return table[] tests
function team.technology()
  return {
    { "a team with a licence is", set = { ["hire.value"] = usd(0) }, expect = "flagged" },
    { "a team at a price of 100 million is", without = { "licence" }, set = { ["hire.value"] = usd(100e6) },
      expect = "flagged" },
    { "people alone are clear", without = { "licence" }, set = { ["hire.value"] = usd(99e6) }, expect = "clear" },
    { "an unknown price without a licence cannot tell",
      without = { "licence" }, set = { ["hire.value"] = null }, expect = "cannot-tell", needs = { "hire.value" } },
    { "an unknown kind of deal cannot tell", set = { ["hire.type"] = null }, expect = "cannot-tell" },
    { "a purchase is no hiring", set = { ["hire.type"] = "acquisition" }, expect = "not-applicable" },
  }
end

--- The tests of a rule, with these behind its own.
---@param own table what the test file is to return
---@return table own
function team.with(own) return joined(own, { team.technology() }) end

return team
