-- 4: set names 'alpha.nmae', but entity has no field 'nmae'; the nearest is 'name'
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "clear",
    set = { ["alpha.nmae"] = "x" } } }
