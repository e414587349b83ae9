--- What agreements are about. A scope may be a list: a filter by some words finds whoever has one of them, so that `except` alone
--- would leave out an agreement that is about something else too.
local scopes = {}

--- Those of some agreements that are about something else than some words of scope, be it beside them.
---@param agreements AgreementSet
---@param words string[] what does not count by itself
---@param others string[] words that count beside those; one of a file's own ("x-robots") counts alone, but not beside them
---@return AgreementSet
function scopes.beyond(agreements, words, others)
  return agreements:except { id = agreements:where { scope = words }:except { scope = others } }
end

return scopes
