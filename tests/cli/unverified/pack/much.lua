return {
  id = "pack/much", title = "{holder} holds much of {held}", severity = "high", nature = "indicator",
  basis = { { "a-note", at = "page 1", support = "direct" } },
  params = { line = { 20, "percent", "large enough to matter" } },
  roles = { "holder", "held" },
  subjects = function(case, each)
    for holder, held in case:holdings():pairs("holder", "entity") do each(holder, held) end
  end,
  figures = { stake = function(s, _, case) return case:held(s.holder, s.held, "stake") end },
  elements = { { "{holder} holds {stake} of {held}, {>=} {line}", "stake", ">=", "line" } },
}
