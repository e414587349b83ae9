-- refused: more memory than a rule may use
local function f(n) return 1 + f(n) end
return { id = f(1) }
