return {
  id = "house/boards", title = "{person} sits on the board of {firm}", severity = "low", nature = "indicator",
  roles = { "person", "firm" }, basis = { { "house-2025", at = "rule 1", support = "direct" } },
  subjects = function(case, each)
    for person, firm in case:positions { role = "director" }:pairs("person", "entity") do each(person, firm) end
  end,
  params = { late = { 1, "years", "what is late" } },
  elements = {
    { "{person} is a director", recorded = { "positions", person = "person", entity = "firm", role = "director" } },
    { "one director is enough", function(_, _, case) return case:positions { role = "director" }:count() >= 1 end },
  },
  unless = {
    { "there is a waiver", recorded = { "agreements", type = "waiver", grantor = "firm" } },
    { "somebody else answers for it", function(_, _, case)
      return case:agreements { holder = case:entities():called("Nobody") }:any()
    end },
    { "it is told of the deal", function(_, _, case)
      return case:observations { about = case:entities():called("Nobody"), says = "entry" }:any()
    end },
    { "another has a waiver", function(s, _, case)
      return case:agreements { type = "waiver", holder = case:entities():except { id = s.firm } }:any()
    end },
    { "somebody but nobody has a consent", function(_, _, case)
      local nobody = case:entities():called("Nobody")
      return case:agreements { type = "consent" }:except { holder = nobody }:any()
    end },
    { "it was given a say of late", function(_, p, case)
      return case:agreements { type = "veto" }:since(case.as_of - p.late):any()
    end },
    { "something was seen of late", function(_, p, case) return case:observations():since(case.as_of - p.late):any() end },
    { "its last deal is settled", function(s, _, case)
      return case:transactions { acquirer = s.firm }:latest():has { status = "closed" }
    end },
  },
}
