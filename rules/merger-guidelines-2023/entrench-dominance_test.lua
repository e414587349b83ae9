return {
  rule = "merger-guidelines-2023/entrench-dominance",
  facts = {
    entities = { { id = "giant" }, { id = "lab" }, { id = "ftc", form = "agency" } },
    markets = {
      { id = "cloud", product = "cloud-infrastructure", geography = "worldwide", input_to = { "models" } },
      { id = "models", product = "generative-ai-models", geography = "worldwide" },
    },
    shares = { { id = "giant-share", market = "cloud", entity = "giant", percent = 25, from = "2024-06-30" } },
    investments = {
      {
        id = "money", investor = "giant", target = "lab", amount = { value = 2e9, currency = "USD" },
        status = "committed",
        from = "2024-06-01",
      },
    },
    agreements = {
      { id = "tie", type = "exclusivity", holder = "giant", grantor = "lab", scope = "api", from = "2024-06-01" },
    },
    observations = { { id = "power", about = { "giant", "cloud" }, says = "market-power", strength = "moderate" } },
  },

  { "a dominant firm that binds a funded firm downstream is flagged", expect = "flagged", open = 2,
    subject = { buyer = "giant", target = "lab", market = "cloud" }, figures = { share = 25, invested = 2e9 } },
  { "a claim of power alone is clear", set = { ["power.strength"] = "weak" }, expect = "clear" },
  { "power elsewhere is clear", set = { ["power.about"] = { "giant", "models" } }, expect = "clear" },
  { "a share of 70 % will do", without = { "power" }, set = { ["giant-share.percent"] = 70 }, expect = "flagged" },
  { "a share just below will not", without = { "power" }, set = { ["giant-share.percent"] = 69.9 }, expect = "clear" },
  { "an unknown share cannot tell",
    without = { "power" }, set = { ["giant-share.percent"] = null }, expect = "cannot-tell",
    needs = { "giant-share.percent" } },
  { "an inquiry into its position proves nothing: what it finds is missing",
    without = { "power" },
    add = {
      proceedings = {
        { authority = "ftc", type = "inquiry", against = { "giant" }, about = { "cloud" }, from = "2024-11-27" },
      },
    },
    expect = "cannot-tell" },
  { "where every observation is on file it has found nothing",
    without = { "power" }, complete = { { kind = "observation" } },
    add = {
      proceedings = {
        { authority = "ftc", type = "inquiry", against = { "giant" }, about = { "cloud" }, from = "2024-11-27" },
      },
    },
    expect = "clear" },
  { "power in another market is no finding of the inquiry into this one",
    set = { ["power.about"] = { "giant", "models" } },
    add = {
      proceedings = {
        { authority = "ftc", type = "inquiry", against = { "giant" }, about = { "cloud" }, from = "2024-11-27" },
      },
    },
    expect = "cannot-tell" },
  { "what it has found, as direct evidence of power, is flagged",
    add = {
      proceedings = {
        { authority = "ftc", type = "inquiry", against = { "giant" }, about = { "cloud" }, from = "2024-11-27" },
      },
    },
    expect = "flagged" },
  { "an inquiry that begins later will not",
    without = { "power" },
    add = {
      proceedings = {
        { authority = "ftc", type = "inquiry", against = { "giant" }, about = { "cloud" }, from = "2025-01-02" },
      },
    },
    expect = "clear" },
  { "an inquiry into another market will not",
    without = { "power" },
    add = {
      proceedings = {
        { authority = "ftc", type = "inquiry", against = { "giant" }, about = { "models" }, from = "2024-11-27" },
      },
    },
    expect = "clear" },
  { "a first refusal binds as well", set = { ["tie.type"] = "right-of-first-refusal" }, expect = "flagged" },
  { "a preferred partner is not bound", set = { ["tie.degree"] = "preferred" }, expect = "clear" },
  { "money that binds nobody is clear", without = { "tie" }, expect = "clear" },
  { "a market that feeds none is clear", unset = { "cloud.input_to" }, expect = "clear" },
  { "a takeover downstream extends the position",
    without = { "tie", "money" },
    add = {
      transactions = {
        { acquirer = "giant", target = "lab", type = "acquisition", from = "2024-06-01", status = "announced" },
      },
    },
    expect = "flagged" },
  { "a nascent threat that is taken over entrenches it",
    without = { "tie", "money" }, unset = { "cloud.input_to" },
    add = {
      transactions = {
        { acquirer = "giant", target = "lab", type = "acqui-hire", from = "2024-06-01", status = "announced" },
      },
      observations = { { about = "lab", says = "nascent-threat", strength = "moderate" } },
    },
    expect = "flagged" },
  { "a small sum is out of scope",
    set = { ["money.amount"] = { value = 15e6, currency = "USD" } }, expect = "out-of-scope" },
  { "an unknown sum cannot tell",
    set = { ["money.amount"] = null }, expect = "cannot-tell", needs = { "money.amount" } },
  { "a buyer that is on no market gives nobody to ask about", without = { "giant-share" }, expect = "not-applicable" },
  { "entry rebuts",
    add = { observations = { { about = "cloud", says = "entry", strength = "moderate" } } }, expect = "rebutted" },
  { "verified efficiencies of both rebut",
    add = { observations = { { about = { "giant", "lab" }, says = "efficiency", strength = "moderate" } } },
    expect = "rebutted" },
  { "claimed efficiencies rebut nothing",
    add = { observations = { { about = { "giant", "lab" }, says = "efficiency", strength = "weak" } } },
    expect = "flagged", open = 2 },
  { "money of the time of the older text is out of scope",
    set = { ["money.from"] = "2023-12-17" }, expect = "out-of-scope" },
  { "money of the first day of this text is not", set = { ["money.from"] = "2023-12-18" }, expect = "flagged" },
  { "where every observation is on file, it is not so that the deal of the buyer and the target brings verified gains",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where the input to of cloud is unknown, it is open whether the deal may entrench that position",
    set = { ["cloud.input_to"] = null }, expect = "cannot-tell", needs = { "cloud.input_to" } },
  { "where it is not known whether giant-share has ended, it is open whether the buyer is on file as a supplier of the market",
    set = { ["giant-share.to"] = null }, expect = "cannot-tell", needs = { "giant-share.to" } },
  { "where lab has a share of models too, it is not so that the buyer is on file as a supplier of the market",
    add = { shares = { { market = "models", entity = "lab", percent = 3, from = "2024-12-31" } } }, expect = "flagged" },
}
