-- 5: figure shar: expected a figure of the rule, got no such figure; the nearest is 'share'
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  -- shar
  { "a", expect = "not-applicable",
    figures = { shar = 20 } } }
