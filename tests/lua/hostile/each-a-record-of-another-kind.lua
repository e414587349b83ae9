-- failed 3: each(…) wants an entity or a market as role 1, not investment
return require "harmless" { id = "hostile/each-a-record-of-another-kind",
  subjects = function(case, each) for i in case:investments() do each(i, i) end end }
