-- refused 2: unfinished string
return { id = "hostile/syntax-unfinished-string }
