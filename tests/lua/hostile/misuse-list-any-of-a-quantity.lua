-- failed 4: a quantity stands where a list is wanted
return require "harmless" { id = "hostile/misuse-list-any-of-a-quantity",
  test = function(s, p, case)
    return case:investments():list("investor").any(case.as_of) end }
