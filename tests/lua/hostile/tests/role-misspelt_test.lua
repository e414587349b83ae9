-- role invester: expected a role of the rule, got no such role; the nearest is 'investor'
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "not-applicable", subject = { invester = "alpha" } } }
