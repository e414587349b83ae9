-- failed 4: a set stands where a list is wanted
return require "harmless" { id = "hostile/misuse-list-count-of-a-set",
  test = function(s, p, case)
    return case:investments():list("investor").count(case:agreements()) > 0 end }
