-- refused: subjects is a function, not table
return require "harmless" { id = "hostile/subjects-no-function", subjects = {} }
