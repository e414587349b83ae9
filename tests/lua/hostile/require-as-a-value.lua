-- failed 3: require stands at the head of a file
return require "harmless" { id = "hostile/require-as-a-value",
  test = function() local r = require return r('shelf').words end }
