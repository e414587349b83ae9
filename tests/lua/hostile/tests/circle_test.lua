-- tables of a test, more than 12 deep
local t = {}
t.note = t
return { rule = "good/before", facts = { entities = { { id = "a", name = t } } }, { "a circle", expect = "clear" } }
