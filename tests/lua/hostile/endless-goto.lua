-- limit: it ran
return require "harmless" { id = "hostile/endless-goto",
  test = function()
    ::again::
    goto again
  end }
