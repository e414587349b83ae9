-- refused: title holds a zero byte
return require "harmless" { id = "hostile/rule-text-with-a-zero-byte", title = "{investor}\0{developer}" }
