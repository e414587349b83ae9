-- refused 2: require finds lib/NAME.lua
return require "/etc/passwd"
