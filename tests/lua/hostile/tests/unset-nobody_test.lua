-- 4: unset names 'alhpa.form', but no record has this id; the nearest is 'alpha'
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "clear",
    unset = { "alhpa.form" } } }
