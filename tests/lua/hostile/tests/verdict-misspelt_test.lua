-- 3: verdict: expected flaged, got not-applicable; 'flaged' is no verdict, the nearest is 'flagged'
return { rule = "good/before", facts = { entities = { { id = "alpha" } } },
  { "a", expect = "flaged" } }
