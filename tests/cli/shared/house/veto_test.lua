return {
  rule = "house/veto",
  facts = {
    entities = { { id = "alder", activities = { "cloud-provider" } }, { id = "birch", activities = { "ai-developer" } } },
    agreements = { { id = "say", type = "veto", holder = "alder", grantor = "birch" } },
  },
  { "a veto is flagged", expect = "flagged" },
  { "being heard is none", set = { ["say.type"] = "consultation" }, expect = "clear" },
}
