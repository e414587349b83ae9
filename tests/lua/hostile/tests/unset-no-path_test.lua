-- 3: unset names 'alpha': write "id.field"
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "clear", unset = { "alpha" } } }
