-- limit 3: it needs more memory
return require "harmless" { id = "hostile/endless-recursion-through-an-iterator",
  test = function() local function f(t) for _, x in ipairs(t) do return f({ t, x }) end end return f({ 1 }) end }
