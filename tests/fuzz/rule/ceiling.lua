return { id = 'pack/rule', title = '{a} in {m}', severity = 'low', nature = 'indicator', roles = { 'a', 'm' },
  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = function(case, each)
    local function firm(x) for m in case:markets() do for a in case:entities { id = x } do each(a, m) end end end
    firm('f0') firm('f1') firm('f2') firm('f5') firm('microsoft') firm('google') firm('openai') end,
  params = { most = { 15, 'percent', 'r' }, index = { 900, 'points', 'r' } },
  figures = { share = function(s) return s.m:share(s.a) end, hhi = function(s) return s.m:hhi() end },
  elements = { { '{share} {<} {most}', 'share', '<', 'most' }, { '{hhi} {<=} {index}', 'hhi', '<=', 'index' } } }