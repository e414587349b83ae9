-- A rule with nothing wrong in it, but for what a test puts in its place.
return function(given)
  return {
    id = given.id,
    title = given.title or "{investor} and {developer}",
    severity = "low",
    nature = "indicator",
    basis = { { "book", support = "direct" } },
    roles = given.roles or { "investor", "developer" },
    params = given.params or nil,
    figures = given.figures or nil,
    law_at = given.law_at or nil,
    subjects = given.subjects or function(case, each)
      for investor, developer in case:investments():pairs("investor", "target") do each(investor, developer) end
    end,
    applies = given.applies or nil,
    elements = given.elements or { { "{investor} funds {developer}", given.test or function() return true end } },
    unless = given.unless or nil,
  }
end
