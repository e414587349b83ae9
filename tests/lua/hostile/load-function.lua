-- refused: a rule file returns a table, this one returned function
return function() return { id = "hostile/load-function" } end
