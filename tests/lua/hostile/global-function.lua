-- refused 2: a rule keeps nothing: 'helper' is assigned but not local
function helper() return true end
return {}
