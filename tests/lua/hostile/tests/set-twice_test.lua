-- 4: 'alpha.form' stands twice in one table, first at line 3
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "clear", set = { ["alpha.form"] = "fund",
    ["alpha.form"] = "person" } } }
