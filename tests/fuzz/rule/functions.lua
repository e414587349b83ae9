return { id = 'pack/rule', title = '{a} and {b}', severity = 'low', nature = 'indicator', roles = { 'a', 'b' },
  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = function(case, each)
    local function pair(x, y)
      for a in case:entities { id = x } do for b in case:entities { id = y } do
        if not a:same_group(b) then each(a, b) end end end end
    pair('f0', 'f2') pair('f0', 'f3') pair('f1', 'f2') pair('f5', 'f2') pair('f2', 'f0') pair('f6', 'f3')
    pair('microsoft', 'openai') pair('amazon', 'anthropic') pair('openai', 'microsoft') end,
  params = { long = { 3, 'years', 'r' }, much = { 1e9, 'USD', 'r' }, line = { 10, 'percent', 'r' } },
  elements = { { 'any of', any = {
      { 'long', function(s, p, case) return case:agreements { holder = s.a, grantor = s.b }:longest() >= p.long end },
      { 'much', function(s, p, case) return case:agreements { holder = s.a, grantor = s.b }:sum('amount') > p.much end },
      { 'no supply', function(s, p, case) return case:agreements { type = 'supply', holder = s.b, grantor = s.a }:none() end } } },
    { 'no chips, or much money', function(s, p, case)
      return not s.a:does('chip-designer') or case:invested(s.a, s.b) > p.much end } },
  unless = { { 'held by others', function(s, p, case)
      return case:holdings { entity = s.b }:except { holder = s.a }:over('stake', p.line):any() end } } }