-- failed 4: a list stands where a set is wanted
return require "harmless" { id = "hostile/misuse-set-any-of-a-list",
  test = function(s, p, case)
    return case:investments().any(case:investments():list("investor")) end }
