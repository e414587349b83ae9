-- refused: lib/circle-a.lua requires itself
return require "circle-a"
