-- 6: good/before: one
-- "one" is told of below
local name = "one more"
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "one", expect = "not-applicable" },
  { "one", expect = "flagged" }, { name, expect = "not-applicable" } }
