-- 3: 'entites' is no kind of fact; the nearest is 'entities'
return { rule = "good/before",
  facts = { entites = { { id = "a" } } }, { "a", expect = "clear" } }
