-- refused: lib/itself.lua requires itself
return require "itself"
