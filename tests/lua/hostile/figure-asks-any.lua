-- failed 4: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-any", title = "{investor} {developer} {a}",
  figures = { a = function(s, p, case)
    if case:investments():any() then return case.as_of end
    return s.investor
  end } }
