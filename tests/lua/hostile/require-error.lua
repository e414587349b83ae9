-- refused: lib/failing.lua:1: attempt to call a nil value
return require "failing"
