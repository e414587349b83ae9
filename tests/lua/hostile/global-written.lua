-- refused 2: a rule keeps nothing: 'counter' is assigned but not local
counter = 1
return {}
