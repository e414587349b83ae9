-- refused 2: there is no lib/nowhere.lua
return require "nowhere"
