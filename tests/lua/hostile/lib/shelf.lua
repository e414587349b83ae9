-- A module that could count, if anybody let it.
local count = 0
return {
  words = { "a", "b", first = "a" },
  next = function()
    count = count + 1
    return count
  end,
}
