return {
  rule = "ftc-6b/sensitive-information",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider", "ai-developer", "chip-designer" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = { value = 2e9, currency = "USD" },
        status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      {
        id = "reports", type = "information-access", holder = "cloudco", grantor = "lab",
        scope = { "revenue", "usage" }, from = "2023-01-23",
      },
    },
  },

  { "a competitor that sees revenue and usage is flagged", expect = "flagged", open = 1 },
  { "access of unknown scope is access", set = { ["reports.scope"] = null }, expect = "flagged" },
  { "chips designed together show the design",
    set = { ["reports.type"] = "joint-build", ["reports.scope"] = "chip-design" }, expect = "flagged" },
  { "chips designed together count whoever is named first",
    set = {
      ["reports.type"] = "joint-build", ["reports.scope"] = "chip-design",
      ["reports.holder"] = "lab", ["reports.grantor"] = "cloudco",
    },
    expect = "flagged" },
  { "a data centre built together shows no secret",
    set = { ["reports.type"] = "joint-build", ["reports.scope"] = "capacity" }, expect = "clear" },
  { "what is built together and not recorded cannot tell",
    set = { ["reports.type"] = "joint-build", ["reports.scope"] = null },
    expect = "cannot-tell", needs = { "reports.scope" } },
  { "without access it is clear", without = { "reports" }, expect = "clear" },
  { "access that has ended is none", set = { ["reports.to"] = "2024-12-31" }, expect = "clear" },
  { "the developer's access to the investor is another matter",
    set = { ["reports.holder"] = "lab", ["reports.grantor"] = "cloudco" }, expect = "clear" },
  { "an investor that does not compete is clear",
    set = { ["cloudco.activities"] = { "cloud-provider" } }, expect = "clear" },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a wall between those who see and those who compete rebuts",
    add = { observations = { { about = { "cloudco", "lab" }, says = "information-wall", strength = "strong" } } },
    expect = "rebutted" },
  { "a wall that is only claimed rebuts nothing",
    add = { observations = { { about = { "cloudco", "lab" }, says = "information-wall", strength = "weak" } } },
    expect = "flagged", open = 1 },
  { "a wall towards somebody else rebuts nothing",
    add = {
      entities = { { id = "otherlab", activities = { "ai-developer" } } },
      observations = { { about = { "cloudco", "otherlab" }, says = "information-wall", strength = "strong" } },
    },
    expect = "flagged", open = 1 },
}
