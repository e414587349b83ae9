--- Spending that the holder and another have together.
local shared = { { id = "both", type = "spend-commitment", holder = { "cloudco", "other" }, grantor = "lab", percent = 90 } }

--- It has been found that the holder designated from whom the grantor may buy instead.
local designated = { about = { "cloudco", "lab" }, says = "x-designated-supplier", strength = "moderate" }

--- What the grantor must spend with the holder, and with another.
local function spending(mine, others)
  return {
    { id = "mine", type = "spend-commitment", holder = "cloudco", grantor = "lab", percent = mine },
    { id = "others", type = "spend-commitment", holder = "other", grantor = "lab", percent = others },
  }
end

--- Two commitments to the holder, none of which is nearly all of the needs, beside one to another.
local function parts(one, other, to)
  return {
    { id = "one", type = "spend-commitment", holder = "cloudco", grantor = "lab", percent = one },
    { id = "other-part", type = "exclusivity", degree = "preferred", scope = "training", holder = "cloudco", grantor = "lab",
      percent = other, from = "2023-01-01", to = to },
    { id = "others", type = "spend-commitment", holder = "other", grantor = "lab", percent = 5 },
  }
end

--- It has been found that they are parts of the same needs.
local found = { about = { "cloudco", "lab" }, says = "x-commitments-add-up", strength = "moderate" }

return {
  rule = "eu/non-compete-too-long",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } },
      { id = "other", activities = { "cloud-provider" } },
    },
    agreements = {
      { id = "supply", type = "supply", holder = "lab", grantor = "cloudco", scope = "hosting" },
      {
        id = "bond", type = "exclusivity", holder = "cloudco", grantor = "lab", scope = "hosting", percent = 100,
        from = "2023-01-01", to = "2028-06-30",
      },
    },
  },

  { "an exclusive purchase for five years and a half is flagged", expect = "flagged", open = 1 },
  { "five years to the day are exempt", set = { ["bond.to"] = "2027-12-31" }, expect = "clear" },
  { "a day more is not", set = { ["bond.to"] = "2028-01-31" }, expect = "flagged" },
  { "no end is flagged", unset = { "bond.to" }, expect = "flagged" },
  { "80 % of purchases is no non-compete", set = { ["bond.percent"] = 80 }, expect = "clear" },
  { "81 % is", set = { ["bond.percent"] = 81 }, expect = "flagged" },
  { "of more than 80 % it is one whatever its degree", set = { ["bond.percent"] = 81, ["bond.degree"] = "primary" }, expect = "flagged" },
  { "a preferred supplier is one too", set = { ["bond.percent"] = 81, ["bond.degree"] = "preferred" }, expect = "flagged" },
  { "of 80 % it is none, and out of scope where it leaves something to others",
    set = { ["bond.percent"] = 80, ["bond.degree"] = "primary" }, expect = "out-of-scope" },
  { "whether two parts add up cannot be told", without = { "bond" }, add = { agreements = parts(50, 45, "2030-12-31") },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "cannot-tell", figures = { together = 95, number = 2 },
    needs = {
      "whether there is any observation with says x-commitments-add-up, about cloudco, about lab, strength moderate or strong",
    } },
  { "a right to leave both rebuts", without = { "bond" }, add = { agreements = parts(50, 45, "2030-12-31") },
    set = { ["one.notice"] = 30, ["other-part.notice"] = 30 }, subject = { holder = "cloudco", grantor = "lab" }, expect = "rebutted" },
  { "where it was found that they do, they are one duty", without = { "bond" },
    add = { agreements = parts(50, 45, "2030-12-31"), observations = { found } },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "flagged" },
  { "where all observations are on file and none says so, they are two", without = { "bond" },
    add = { agreements = parts(50, 45, "2030-12-31") }, complete = { { kind = "observation" } },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "clear" },
  { "a right to leave one alone does not", without = { "bond" },
    add = { agreements = parts(50, 45, "2030-12-31"), observations = { found } },
    set = { ["one.notice"] = 30, ["other-part.notice"] = 730 }, subject = { holder = "cloudco", grantor = "lab" }, expect = "flagged" },
  { "two parts of 80 % together are too little", without = { "bond" }, add = { agreements = parts(50, 30, "2030-12-31") },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "out-of-scope" },
  { "one of them that ends within five years adds nothing", without = { "bond" }, add = { agreements = parts(50, 45, "2027-12-31") },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "clear" },
  { "where one has no known end it is open", without = { "bond" }, add = { agreements = parts(50, 45, null), observations = { found } },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "cannot-tell", needs = { "other-part.to" } },
  { "but not where they are too little whatever it is", without = { "bond" },
    add = { agreements = parts(20, 45, null), observations = { found } },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "out-of-scope" },
  { "a part of unknown size may be enough", without = { "bond" }, add = { agreements = parts(50, null, "2030-12-31") },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "cannot-tell", needs = { "other-part.percent" } },
  { "a small duty beside a large one need not be left", set = { ["bond.notice"] = 30 },
    add = { agreements = { { type = "exclusivity", degree = "preferred", scope = "training", holder = "cloudco", grantor = "lab",
      percent = 5, notice = 900 } } },
    expect = "rebutted" },
  { "an unknown part cannot tell", set = { ["bond.percent"] = null }, expect = "cannot-tell", needs = { "bond.percent" } },
  { "an unknown end cannot tell", set = { ["bond.to"] = null }, expect = "cannot-tell", needs = { "bond.to" } },
  { "a spending commitment of 90 % without end is flagged",
    without = { "bond" },
    add = { agreements = { { type = "spend-commitment", holder = "cloudco", grantor = "lab", percent = 90 } } }, expect = "flagged" },
  { "one of 80 % beside others is out of scope", without = { "bond" }, add = { agreements = spending(80, 5) }, expect = "out-of-scope" },
  { "one of 81 % is a duty whoever has the rest", without = { "bond" }, add = { agreements = spending(81, 5) },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "flagged" },
  { "of one beside others whose part is unknown it is open whether it is nearly all", without = { "bond" },
    add = { agreements = spending(null, 5) }, subject = { holder = "cloudco", grantor = "lab" }, expect = "cannot-tell",
    needs = { "mine.percent" } },
  { "of which 90 % are shared with others it is none", without = { "bond" },
    add = { agreements = { shared[1], { type = "spend-commitment", holder = "third", grantor = "lab", percent = 5 } },
      entities = { { id = "third" } }, observations = { designated } },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "out-of-scope" },
  { "where another shares it, it is open whether the holder designated that one", without = { "bond" },
    add = { agreements = shared }, subject = { holder = "cloudco", grantor = "lab" }, expect = "cannot-tell",
    needs = {
      "whether there is any observation with says x-designated-supplier, about cloudco, about lab, strength moderate or strong",
    } },
  { "where the holder designated that one, it is a duty to buy of the holder", without = { "bond" },
    add = { agreements = shared, observations = { designated } }, subject = { holder = "cloudco", grantor = "lab" }, expect = "flagged" },
  { "where all observations are on file and none says so, it is spending that others have too", without = { "bond" },
    add = { agreements = shared }, complete = { { kind = "observation" } }, subject = { holder = "cloudco", grantor = "lab" },
    expect = "out-of-scope" },
  { "whom the holder designated does not matter where others have a commitment of their own", without = { "bond" },
    add = {
      entities     = { { id = "third" } }, observations = { designated },
      agreements   = { shared[1], { type = "spend-commitment", holder = "third", grantor = "lab" } },
    },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "out-of-scope" },
  { "a firm of the holder's own group that shares it is no other", without = { "bond" },
    add = { agreements = shared, holdings = { { holder = "cloudco", entity = "other", stake = 100, votes = 100 } } },
    expect = "flagged" },
  { "nor is one that the holder controls with somebody", without = { "bond" },
    add = { agreements = shared, holdings = { { holder = "cloudco", entity = "other", stake = 50, votes = 50, control = "joint" } } },
    subject = { holder = "cloudco", grantor = "lab" }, expect = "flagged" },
  { "a partner that is bound by nothing is out of scope",
    without = { "bond" }, add = { investments = { { investor = "cloudco", target = "lab", status = "paid" } } }, expect = "out-of-scope" },
  { "an exclusive outlet is no duty to buy", set = { ["bond.scope"] = "api" }, expect = "out-of-scope" },
  { "an outlet beside what is bought takes no duty away", set = { ["bond.scope"] = { "hosting", "api" } }, expect = "flagged" },
  { "nor does an outlet of which nobody knows it", set = { ["bond.scope"] = null }, expect = "cannot-tell", needs = { "bond.scope" } },
  { "a duty without the supply that it goes with cannot tell", without = { "supply" }, expect = "cannot-tell",
    needs = { "whether there is any agreement with type supply" } },
  { "where all agreements are on file, a holder that supplies nothing is out of scope",
    without = { "supply" }, complete = { { kind = "agreement" } }, expect = "out-of-scope" },
  { "notice of a month rebuts", set = { ["bond.notice"] = 30 }, expect = "rebutted" },
  { "before the regulation is out of scope", as_of = "2022-05-31", set = { ["bond.from"] = "2020-01-01" }, expect = "out-of-scope" },
  { "on its first day it is not", as_of = "2022-06-01", set = { ["bond.from"] = "2020-01-01" }, expect = "flagged" },
  { "where it is not known whether supply has ended, it is open whether the holder supplies the grantor",
    set = { ["supply.to"] = null }, expect = "cannot-tell", needs = { "supply.to" } },
  { "notice of two years does not rebut", set = { ["bond.notice"] = 730 }, expect = "flagged", open = 0 },
}
