-- failed: law_at returns a date, not a text
return require "harmless" { id = "hostile/lies-in-law-at-with-a-text", law_at = function() return "2024-01-01" end }
