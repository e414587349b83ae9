-- failed: law_at returns a date, not count
return require "harmless" { id = "hostile/lies-in-law-at", law_at = function(s, case) return case:entities():count() end }
