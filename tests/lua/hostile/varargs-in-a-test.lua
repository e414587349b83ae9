-- refused 3: no varargs
return require "harmless" { id = "hostile/varargs-in-a-test",
  test = function(...) return select("#", ...) > 0 end }
