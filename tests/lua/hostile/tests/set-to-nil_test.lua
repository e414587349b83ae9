-- 4: a field that is nil is not there: write null for what is unknown
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "clear",
    set = { ["alpha.form"] = nil } } }
