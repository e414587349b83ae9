-- no == in a rule
return { rule = "good/before", { "x", expect = 1 == 1 and "clear" or "flagged" } }
