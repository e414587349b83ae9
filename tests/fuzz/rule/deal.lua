return { id = 'pack/rule', title = '{a} buys {b}, which sells {m}', severity = 'low', nature = 'indicator', roles = { 'a', 'b', 'm' },
  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = function(case, each)
    for a, b in case:acquisitions() do for m in case:markets() do if not a:same_group(b) then each(a, b, m) end end end end,
  params = { more = { 100, 'points', 'r' }, high = { 1800, 'points', 'r' }, worth = { 1e9, 'USD', 'r' } },
  figures = { change = function(s) return s.m:hhi_change(s.a, s.b) end, after = function(s) return s.m:hhi_after(s.a, s.b) end,
              value = function(s, p, case) return case:deal_value(s.a, s.b) end },
  applies = { { 'a deal', any = {
    { 'a transaction', function(s, p, case) -- this very target, as proposed
      return case:transactions { acquirer = s.a, target = exactly(s.b), status = { 'announced', 'closed' } }:any() end },
    { 'money', function(s, p, case)
      return case:investments { investor = s.a, target = exactly(s.b), status = { 'committed', 'paid' } }:any() end } } } },
  elements = { { '{change} {>=} {more}', 'change', '>=', 'more' }, { '{after} {>=} {high}', 'after', '>=', 'high' } },
  unless = { { '{value} {<} {worth}', 'value', '<', 'worth' }, { 'entry', recorded = { 'observations', says = 'entry', about = 'm' } } } }