-- For the benchmark: one person on two boards.
return {
  id = "seven/interlock", title = "{person} sits at {first} and {second}", severity = "high", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "benchmark", support = "analogy" } },
  roles = { "person", "first", "second" },
  subjects = function(case, each)
    for person, first, second in case:positions { role = { "director", "officer" } }:triples("person", "entity") do
      each(person, first, second)
    end
  end,
  elements = { { "{first} and {second} do the same", any = {
    { "both are cloud providers", all = { { "{first} is one", does = { "first", "cloud-provider" } },
                                          { "{second} is one", does = { "second", "cloud-provider" } } } },
    { "both develop AI", all = { { "{first} does", does = { "first", "ai-developer" } },
                                 { "{second} does", does = { "second", "ai-developer" } } } },
  } } },
}
