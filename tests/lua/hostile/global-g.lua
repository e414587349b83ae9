-- refused 2: '_G' is not available to rules
_G.counter = 1
return {}
