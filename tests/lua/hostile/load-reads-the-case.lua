-- refused 2: 'case' is not available to rules
return { id = case.id }
