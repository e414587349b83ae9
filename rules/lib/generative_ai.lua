--- What the rules on the French opinion on generative AI (24-A-05) share.
local elements = require "elements"

local generative_ai = {}

--- The basis of every such rule, with the place in the opinion.
---@param at string
---@param support "direct"|"reported"|"analogy"?
---@return Basis
function generative_ai.basis(at, support)
  return { { "fr-24-A-05", at = at, support = support or "reported" } }
end

--- A large digital group: computing, chips, or a gatekeeper by its business.
---@param role string
---@return Element
function generative_ai.large_group(role)
  return {
    "{" .. role .. "} sells computing or chips",
    any = { elements.cloud_provider(role), elements.chip_maker(role) },
    no = "{" .. role .. "} sells neither computing nor chips",
  }
end

return generative_ai
