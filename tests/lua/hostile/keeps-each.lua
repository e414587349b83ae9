-- failed: a rule keeps nothing: 'kept' was changed by a test
local kept
return require "harmless" { id = "hostile/keeps-each",
  subjects = function(case, each)
    kept = each
    for a, b in case:investments():pairs("investor", "target") do each(a, b) end
  end,
  test = function(s)
    kept(s.investor, s.developer)
    return true
  end }
