return { id = 'pack/rule', title = '{a} in {m}', severity = 'low', nature = 'indicator', roles = { 'a', 'm' },
  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = function(case, each)
    local function firm(x) for m in case:markets() do for a in case:entities { id = x } do each(a, m) end end end
    firm('f0') firm('f1') firm('f2') firm('f5') firm('microsoft') firm('google') firm('openai') end,
  params = { three = { 3, 'count', 'r' } },
  figures = { number = function(s) return s.m:largest(2):count() end },
  elements = { { 'listed', function(s) return s.m:listed(s.a) end },
    { 'among the largest', function(s) for x in s.m:largest(2) do if x:same_group(s.a) then return true end end return false end } },
  unless = { { '{number} {>=} {three}', 'number', '>=', 'three' } } }