local candidates = require "candidates"
local elements   = require "elements"
local figures    = require "figures"

--- The commitments of one pair, each sum once: what is part of another of them is in its sum, and what another replaced is none.
local function commitments(s, _, case)
  local all = case:agreements { type = "spend-commitment", holder = s.investor, grantor = s.developer }
  local replaced = case:agreements { replaces = all }:list "replaces"
  return all:except { part_of = all }:except { id = replaced }
end

--- Some part of an amount, nobody knows which, from none of it to all. What is divided by nothing is unknown.
local function some(amount, whole)
  local none = whole - whole
  return amount * least(greatest(whole / none, none), whole)
end

--- What the developer alone must spend with the investor alone, and some part of what is for several to spend or to earn.
local function spent(s, p, case)
  local others = case:entities():except { id = s.investor }:except { id = s.developer }
  local earned = s.commitments:except { holder = others }
  local sum = earned:except { grantor = others }:sum("amount")
  for shared in s.commitments:where { holder = others } do sum = sum + some(shared.amount, p.whole) end
  for shared in earned:where { grantor = others } do sum = sum + some(shared.amount, p.whole) end
  return sum
end

---@type Rule
return {
  id           = "ftc-6b/circular-spending",
  title        = "Money that {investor} puts into {developer} comes back to it as spending",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: required spending on the partner's cloud", support = "direct" },
    { "squire-2025-01-24", at = "requirements that developers spend large sums on the cloud", support = "direct" },
    { "bloomberg-2025-01-17", at = "investments to be spent on the investor's own services", support = "reported" },
  },
  params       = {
    part  = { 25, "percent", "our choice: a quarter coming back is more than a customer's ordinary trade" },
    whole = { 100, "percent", "no more than the whole investment can come back; the multiple is shown beside it" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  figures = {
    invested = figures.invested("investor", "developer"),
    paid     = function(s, _, case) return case:paid(s.investor, s.developer) end,
    commitments = commitments,
    sum      = spent,
    multiple = function(s) return s.sum / s.invested:as_recorded() end,
    percentage = function(s) return s.sum / s.paid:as_recorded() end,
    portion  = function(s, p) return least(s.multiple, p.whole) end,
  },

  applies = {
    elements.develops_ai "developer",
    elements.funds("investor", "developer"),
  },

  elements = {
    elements.agreed("spend-commitment", "investor", "developer",
      "{developer} must spend {sum} with {investor}: {multiple} of the money committed, {percentage} of that paid",
      "{developer} has not committed to spend with {investor}"),
    {
      "{portion} of the {invested} committed comes back as spending, {>=} {part}",
      "portion", ">=", "part",
      no = "{portion} of the {invested} committed comes back as spending, below {part}",
    },
  },

  advice = "Ask what part of the money was credit for {investor}'s own services, and what {developer} may buy elsewhere.",
}
