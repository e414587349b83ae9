-- refused 2: it ran
local function f() return f() end
return f()
