return { id = 'pack/rule', title = '{person} at {a} and {b}', severity = 'low', nature = 'indicator', roles = { 'person', 'a', 'b' },
  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = require('candidates').boards,
  applies = { { 'at {a}', recorded = { 'positions', person = 'person', entity = 'a', role = { 'director', 'officer' } } },
              { 'at {b}', recorded = { 'positions', person = 'person', entity = 'b', role = { 'director', 'officer' } } } },
  elements = { { 'both sell', function(s) return s.a:shares_market(s.b):any() end } },
  unless = { { 'a tie', function(s, p, case) return case:agreements { holder = { s.a, s.b }, grantor = { s.a, s.b } }:any() end } } }