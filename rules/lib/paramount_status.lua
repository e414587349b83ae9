--- Params that count 1 from the day on which a firm was named under s. 19a GWB.
local paramount_status = {}

--- A param that counts 0 before a day and 1 from it on.
local function from(day, source, reason)
  return { by_date = { { 0 }, { 1, from = day, source = source } }, "count", reason }
end

--- Adds a param for each firm that was named: 1 from that day on.
---@param params table
---@return table params
function paramount_status.params(params)
  params.microsoft_named = from("2024-09-30", "de-19a", "named on 30 September 2024")
  params.alphabet_named = from("2021-12-30", "de-19a-others", "named; the day is from memory")
  params.meta_named = from("2022-05-02", "de-19a-others", "named; the day is from memory")
  params.amazon_named = from("2022-07-05", "de-19a-others", "named; the day is from memory")
  params.apple_named = from("2023-04-03", "de-19a-others", "named; the day is from memory")
  return params
end

return paramount_status
