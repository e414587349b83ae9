-- failed 3: no role or figure 'invester'
return require "harmless" { id = "hostile/figure-that-fails-inside", test = function(s) return s.held > s.held end,
  figures = { held = function(s, p, case) return case:held(s.invester, s.developer, "stake") end } }
