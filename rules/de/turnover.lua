local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local german_mergers      = require "german_mergers"
local turnover            = require "turnover"

local function home(one, other)
  return {
    "{" .. one .. "} reaches the first German figure and {" .. other .. "} the second",
    all = {
      turnover[one .. "_over"]("german", "first", "in Germany"),
      turnover[other .. "_over"]("german", "second", "in Germany"),
      turnover.two_undertakings(),
    },
    no = "{" .. one .. "} does not reach the first German figure with {" .. other .. "} at the second",
  }
end

--- A party that nobody controlled before the deal, of little turnover anywhere.
local function small_and_independent(role)
  local who = "{" .. role .. "}"
  return {
    who .. " was independent and small",
    all = {
      {
        "the worldwide turnover of " .. who .. " is {" .. role .. "_turnover}, {>=} {small}",
        role .. "_turnover", "<", "small",
      },
      {
        "nobody controlled " .. who .. " before the deal",
        function(s, p, case)
          local held = case:at(s.day - p.one_day):holdings { entity = exactly(s[role]) }
          if held:where { control = { "sole", "joint" } }:as_recorded():any() then return false end
          if held:where { control = false }:over("votes", p.half_of_votes):as_recorded():any() then return false end
          return held:where { control = { "sole", "joint" } }:none()
        end,
        no = "somebody controlled " .. who .. " before the deal",
      },
    },
  }
end

--- What s. 35(2) sentence 1 took out until the 10th amendment.
local function small_party()
  return {
    "a party was independent and had less than {small} worldwide, which took the deal out until 18 January 2021",
    all = {
      {
        "the exception for small parties was in force", "small_party_counts", ">=", "once",
        no = "the exception for small parties is gone",
      },
      {
        "{buyer} or {target} was such a party",
        any = { small_and_independent "buyer", small_and_independent "target" },
        no = "neither {buyer} nor {target} was such a party",
      },
    },
    basis = { { "de-35-1-old", at = "s. 35(2) sentence 1 GWB before 19 January 2021", support = "direct" } },
  }
end

---@type Rule
return {
  id           = "de/turnover",
  title        = "The deal of {buyer} and {target} must be notified to the Bundeskartellamt before it closes",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "DE",
  basis        = {
    { "de-35-1", at = "s. 35(1) GWB since 19 January 2021: 500, 50 and 17.5 million euro", support = "direct" },
    { "de-35-1-old", at = "s. 35(1) before: 500, 25 and 5 million euro", support = "direct" },
    { "de-36-2", at = "s. 36(2) sentence 2 GWB: each of those who control a party jointly", support = "direct" },
  },
  law_at       = european_deals.closing(),
  params       = german_mergers.params(turnover.union_params {
    world  = { by_date = european_thresholds.de_world, "EUR", "worldwide together, more than" },
    first  = { by_date = european_thresholds.de_first, "EUR", "one party in Germany, more than" },
    second = { by_date = european_thresholds.de_second, "EUR", "another party in Germany, more than" },
    small  = { 10e6, "EUR", "s. 35(2) until 18 January 2021: worldwide turnover of an independent party, less than" },
    small_party_counts = { by_date = european_thresholds.de_small_party, "count", "the exception ended with the 10th amendment" },
    once   = { 1, "count", "the exception is there or not" },
  }),

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = german_mergers.figures(turnover.figures(european_deals.closing_day(), { { "german", "DE" } })),

  applies  = { german_mergers.concentration() },
  elements = {
    turnover.combined_over "world",
    {
      "one has a turnover above {first} and the other above {second} in Germany",
      any = {
        home("buyer", "target"), home("target", "buyer"),
        turnover.two_partners_over("german", "first", "second", "in Germany"),
      },
      no = "{buyer} has {buyer_german_turnover} and {target} {target_german_turnover} in Germany, which does not reach the figures",
    },
  },

  unless = { turnover.goes_to_the_commission(), small_party() },

  advice = "Record a joint venture as one deal of that type for each parent, with the venture as target. "
    .. "Influence below 25 % can be a concentration too (de/significant-influence). Ask for the last accounts before closing, and "
    .. "whether a closed deal was filed: closing without clearance is void and fined.",
}
