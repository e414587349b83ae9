--- Calendar years. The law counts them, the rule language knows a date only by what is added to it: the year is found by its
--- January, the one month that a month's step cuts short by two days or more.
local calendar = {}

--- Adds to a rule's params the steps by which a year is found.
---@param params table
---@return table params
function calendar.params(params)
  params.a_day   = { 1, "days", "a step in the calendar" }
  params.a_month = { 1, "months", "a step in the calendar" }
  return params
end

--- Is a day 31 January? A month's step takes it and two days before to one day, the last of February, but not the day after.
local function ends_january(day, p)
  if not equal(day + p.a_month, day - p.a_day - p.a_day + p.a_month) then return false end
  return not equal(day + p.a_month, day + p.a_day + p.a_month)
end

--- 31 December of the year before that of a day.
---@param day Quantity date
---@param p Params of calendar.params
---@return Quantity date
function calendar.end_of_last_year(day, p)
  local end_of_january = day
  for _ = 1, 30 do end_of_january = end_of_january + p.a_day end -- from 1 January on it lies ahead
  while not ends_january(end_of_january, p) do end_of_january = end_of_january - p.a_day end
  return end_of_january - p.a_month
end

return calendar
