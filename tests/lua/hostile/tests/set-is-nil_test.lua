-- 3: a field that is nil is not there
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "clear", set = nil } }
