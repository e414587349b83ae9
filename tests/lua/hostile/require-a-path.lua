-- refused 2: require finds lib/NAME.lua
return require "../../../rules/lib/elements"
