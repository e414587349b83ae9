-- function in the facts of a test
return { rule = "good/before", facts = { entities = { { id = "a", name = function() end } } }, { "a function", expect = "clear" } }
