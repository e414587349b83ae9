-- set names 'zeta.name', but no record has this id
return { rule = "good/before", facts = {}, { "set", expect = "clear", set = { ["zeta.name"] = "x" } } }
