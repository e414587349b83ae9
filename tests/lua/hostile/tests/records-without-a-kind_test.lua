-- 2: facts are written { entities = { … }
return { rule = "good/before", facts = { { id = "a" } }, { "a", expect = "clear" } }
