--- For tests alone: the tests of a rule, with those that it shares with others behind its own.
---@param own table what the test file is to return
---@param shared table[][] lists of tests
---@return table own
return function(own, shared)
  for _, tests in ipairs(shared) do
    for _, test in ipairs(tests) do table.insert(own, test) end
  end
  return own
end
