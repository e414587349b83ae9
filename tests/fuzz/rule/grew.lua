return { id = 'pack/rule', title = '{a} and {b}', severity = 'low', nature = 'indicator', roles = { 'a', 'b' },
  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = function(case, each)
    local function pair(x, y)
      for a in case:entities { id = x } do for b in case:entities { id = y } do
        if not a:same_group(b) then each(a, b) end end end end
    pair('f0', 'f2') pair('f0', 'f3') pair('f1', 'f2') pair('f5', 'f2') pair('f2', 'f0') pair('f6', 'f3')
    pair('microsoft', 'openai') pair('amazon', 'anthropic') pair('openai', 'microsoft') end,
  elements = { { 'a stake that grew', function(s, p, case) return case:holdings { holder = s.a, entity = s.b }:grew('stake') end } },
  unless = { { 'a stake in return', recorded = { 'holdings', holder = 'b', entity = 'a' } } } }