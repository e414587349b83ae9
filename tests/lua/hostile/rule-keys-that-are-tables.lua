-- refused: a key in a rule that is no name
return { id = "hostile/rule-keys-that-are-tables", [{}] = 1 }
