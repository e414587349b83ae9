local interlock = require "interlock"
local elements  = require "elements"

--- The person holds no position at a firm today.
---@param firm string role
---@return Element
local function left(firm)
  return {
    "{person} has no position at {" .. firm .. "} today",
    function(s, _, case) return case:positions { person = s.person, entity = s[firm] }:as_recorded():none() end,
    no = "{person} has a position at {" .. firm .. "} today",
  }
end

---@type Rule
return {
  id           = "clayton/ended-interlock",
  title        = "{person} served {first} and {second}, which compete, at the same time: leaving does not end the matter",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "musk-openai-interest-2025", at = "a claim outlives the seat; observers are not outside the law", support = "direct" },
  },
  in_force     = { from = "2025-01-10" },
  params       = {
    recent = { 4, "years", "our choice: the time for private damages in antitrust; an order may look back further" },
  },

  roles    = { "person", "first", "second" },
  subjects = interlock.ever_boards,

  applies = {
    {
      "{person} has left {first} or {second}",
      any = { left "first", left "second" },
      no = "{person} serves both today",
    },
  },

  elements = {
    {
      "{person} had positions at {first} and {second} at one time, within the last {recent}",
      function(s, p, case)
        local since = case.as_of - p.recent
        for one in case:positions { person = s.person, entity = s.first }:ever() do
          for other in case:positions { person = s.person, entity = s.second }:ever() do
            local begun = since -- a position without a first day began before any day asked
            if one:has { from = true } then begun = greatest(begun, one.from) end
            if other:has { from = true } then begun = greatest(begun, other.from) end
            local apart = (one:has { to = true } and one.to < begun)
              -- lint: allow or-between-tests: an unknown end leaves open when both served, whatever the other is
              or (other:has { to = true } and other.to < begun)
            if not apart then return true end
          end
        end
        return false
      end,
      no = "{person} did not serve {first} and {second} at one time within the last {recent}",
    },
    elements.competes("first", "second"),
  },

  advice = "Ask whether {first} and {second} competed while {person} served both, what {person} still knows of either, and whether "
    .. "each was above the size of its year.",
}
