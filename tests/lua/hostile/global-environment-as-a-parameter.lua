-- refused 2: '_ENV' is not available to rules
local function f(_ENV) return count end
return f({ count = 0 })
