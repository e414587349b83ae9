-- refused: a rule has no 'deep'
local deep = {}
for _ = 1, 1000 do deep = { deep } end
local rule = { id = "hostile/rule-deep-table", title = "x", deep = deep }
return rule
