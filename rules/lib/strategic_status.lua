--- Params that count 1 from the day on which a firm was given strategic market status.
local strategic_status = {}

--- Adds a param for each firm that was given strategic market status: 1 from that day on.
---@param params table
---@return table params
function strategic_status.params(params)
  params.google_named = {
    by_date = { { 0 }, { 1, from = "2025-10-10", source = "uk-sms-designated" } }, "count", "general search, to 10 October 2030",
  }
  params.apple_named = {
    by_date = { { 0 }, { 1, from = "2025-10-22", source = "uk-sms-designated" } }, "count", "mobile platforms",
  }
  return params
end

return strategic_status
