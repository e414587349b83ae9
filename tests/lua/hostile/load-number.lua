-- refused: a rule file returns a table, this one returned a bare number
return 42
