-- refused: lib/broken.lua:2: unexpected symbol near
return require "broken"
