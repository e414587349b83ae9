-- failed 4: law_at sees roles only, not the figure 'day'
return require "harmless" { id = "hostile/law-at-reads-a-figure",
  figures = { day = function(s, p, case) return case.as_of end },
  law_at = function(s) return s.day end }
