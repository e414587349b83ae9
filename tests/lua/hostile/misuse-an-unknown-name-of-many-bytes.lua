-- failed 2: no role or figure
return require "harmless" { id = "hostile/misuse-an-unknown-name-of-many-bytes", test = function(s) return s["\27[31m\xff\xfe\0ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé"] end }
