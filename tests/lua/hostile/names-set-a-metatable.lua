-- refused 2: 'setmetatable' is not available to rules
local t = setmetatable({}, { __index = function() return 1 end })
return { id = t.id }
