-- refused 3: attempt to index a nil value
local t = {}
return { id = t.x.y }
