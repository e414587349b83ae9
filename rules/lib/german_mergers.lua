--- What the German rules share: when there is a concentration by s. 37 GWB, and who is active in Germany.
local european_deals = require "european_deals"

local german_mergers = {}

--- Assets, control, or 25 % of capital or votes. The rule has the figures `stake` and the params `half_of_votes`, `quarter`.
---@return Element
function german_mergers.concentration() return european_deals.concentration_or_part("stake", "quarter") end

--- Params of the element above, added to a rule's own.
---@param params table
---@return table params
function german_mergers.params(params)
  params.half_of_votes = european_deals.half_of_votes()
  params.quarter = { 25, "percent", "s. 37(1) no. 3: of capital or votes" }
  return params
end

--- Adds the figure that the element reads.
---@param figures table
---@return table figures
function german_mergers.figures(figures)
  figures.stake = function(s, _, case)
    return greatest(case:held(s.buyer, s.target, "stake"), case:held(s.buyer, s.target, "votes"))
  end
  return figures
end

return german_mergers
