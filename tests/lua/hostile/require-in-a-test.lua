-- failed 3: require stands at the head of a file, not in a test
return require "harmless" { id = "hostile/require-in-a-test",
  test = function() return require("shelf").next() > 1 end }
