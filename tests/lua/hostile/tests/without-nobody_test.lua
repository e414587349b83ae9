-- 3: without names 'beta', but no record has this id; the nearest is 'betta'
return { rule = "good/before", facts = { entities = { { id = "alpha" }, { id = "betta" } } },
  { "a", expect = "clear", without = { "alpha", "beta" } } }
