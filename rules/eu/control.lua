local elements         = require "elements"
local european_control = require "european_control"
local european_deals   = require "european_deals"

---@type Rule
return {
  id           = "eu/control",
  title        = "{investor} has decisive influence over {firm}: a concentration under the Merger Regulation",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "EU",
  basis        = {
    { "eu-eumr-3-control", at = "Art. 3(1) and (2): possibility of decisive influence, lasting", support = "direct" },
    { "eu-msft-openai", at = "no lasting control found on 28 June 2024", support = "analogy" },
  },
  in_force     = { from = "2004-05-01" },
  params       = {
    half_of_votes = european_deals.half_of_votes(),
    many_votes    = { 25, "percent", "our choice: where half of the votes stay away, more of those cast than half" },
  },

  roles    = { "investor", "firm" },
  subjects = european_deals.deals_and_partners,
  figures  = european_control.board("investor", "firm", {}),

  applies = {
    {
      "{investor} has bought into {firm} or put money into it",
      any = {
        {
          "a deal is on file", recorded = { "transactions", acquirer = "investor", target = "firm" },
          no = "no deal is on file",
        },
        elements.funds("investor", "firm"),
        {
          "{investor} has held shares of {firm} since a day that is on file",
          recorded = { "holdings", holder = "investor", entity = "firm", from = true },
          no = "no holding of {investor} in {firm} with a first day is on file",
        },
      },
      no = "{investor} has neither bought into {firm} nor put money into it as far as recorded",
    },
  },
  elements = { european_control.control("investor", "firm") },
  unless   = { european_control.for_a_time("investor", "firm") },

  advice = "Ask how long the rights last and who had a majority at the last three general meetings (record it as an observation "
    .. "x-majority-at-meetings or x-temporary-control on both), and whether a contract leaves the firm no choice but to follow {investor}.",
}
