-- 5: 'agreement' is no kind of fact; the nearest is 'agreements'
return { rule = "good/before", facts = { entities = { { id = "a" } } },
  { "agreement", expect = "clear" },
  { "b", expect = "clear",
    add = { agreement = { { type = "veto" } } } } }
