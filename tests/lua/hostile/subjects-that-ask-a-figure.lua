-- failed 4: attempt to index a nil value
return require "harmless" { id = "hostile/subjects-that-ask-a-figure", figures = { f = function(s) return s.investor end },
  subjects = function(case, each, s)
    each(s.investor, s.f) end }
