-- refused 2: no varargs (...) in a rule
local function f(...) return select("#", ...) end
return f(1, 2)
