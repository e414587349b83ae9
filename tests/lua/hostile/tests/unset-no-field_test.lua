-- 3: unset names 'alpha.from_', but entity has no field 'from_'; the nearest is 'from'
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "clear", unset = { "alpha.from_" } } }
