-- refused: a rule has no 'me'
local rule = require "harmless" { id = "hostile/rule-in-itself" }
local copy = { id = rule.id, title = rule.title, severity = "low", nature = "indicator", basis = rule.basis,
  roles = rule.roles, subjects = rule.subjects, elements = rule.elements }
copy.me = copy
return copy
