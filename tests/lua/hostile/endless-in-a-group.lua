-- limit: it ran
return require "harmless" { id = "hostile/endless-in-a-group",
  elements = { { "one of two", any = {
    { "{investor} does", function() return true end },
    { "{developer} does", function() while true do end end },
  } } } }
