--- Params that say from and to when a firm is named under s. 19a GWB, as lib/designations.lua reads them.
local designations = require "designations"

local paramount_status = {}

--- Adds a param for each firm that was named, and one for how long a recorded naming surely stands. By s. 19a(1) the five
--- years begin when the decision is final: by waiver, by the judgment, and where that day was not found, not before the
--- decision.
---@param params table
---@return table params
function paramount_status.params(params)
  params.alphabet_named = designations.naming("2021-12-30", "2027-01-05", "de-19a-alphabet", "final by waiver on 4 January 2022")
  params.meta_named = designations.naming("2022-05-02", "2027-05-04", "de-19a-meta", "final by waiver on 3 May 2022")
  params.amazon_named = designations.naming("2022-07-05", "2029-04-24", "de-19a-amazon", "final by the judgment of 23 April 2024")
  params.apple_named = designations.naming("2023-04-03", "2030-03-19", "de-19a-apple", "final by the judgment of 18 March 2025")
  params.microsoft_named = designations.naming("2024-09-30", "2029-10-01", "de-19a",
    "the day on which it became final was not found: stands for five years at least")
  params.designation_lasts = { 5, "years", "s. 19a(1): at least so long, since it runs from the day when the decision is final" }
  return params
end

return paramount_status
