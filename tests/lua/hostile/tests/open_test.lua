-- open is the number of open rebuttals
return { rule = "good/before", { "x", expect = "clear", open = "two" } }
