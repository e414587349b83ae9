--- The size of person: of a party, of others of its person, of all together, and of which day.
local hsr_deal = require "hsr_deal_test"
local money    = require "money_test"

local usd, small, held, accounts_of, closing = money.usd, hsr_deal.small, hsr_deal.held, hsr_deal.accounts_of, hsr_deal.closing

--- A firm with votes of a party, and its accounts.
local function parent(of, votes, sales, assets, does, to, more)
  local holding = held("parent", of, votes, "2020-01-01")
  holding.control, holding.to = "none", to
  return {
    entities = { { id = "parent", activities = does or { "manufacturer" } } },
    holdings = { holding },
    financials = accounts_of("parent", sales, assets, more),
  }
end

--- One more record of a kind.
local function with(facts, kind, record)
  facts[kind] = facts[kind] or {}
  table.insert(facts[kind], record)
  return facts
end

--- A party far below both sizes, of a form.
local function small_of_form(who, form)
  local set = small(who)
  set[who .. ".form"] = form
  return set
end

--- Accounts of a party have those of others in them.
local function consolidated(who) return { about = { who }, says = "x-consolidated", strength = "strong" } end

--- A chain of halves above the buyer.
local function many(count)
  local facts = { entities = {}, holdings = {} }
  for i = 1, count do
    with(facts, "entities", { id = "e" .. i })
    with(facts, "holdings", held("e" .. i, i > 1 and "e" .. i - 1 or "buyer", 50, "2020-01-01"))
  end
  return facts
end

--- A large parent with a right to name directors of the buyer, if it has one, and so many directors, of whom it named some.
local function namer(right, named, directors)
  local facts = {
    entities = { { id = "parent" }, { id = "other" } }, agreements = {}, positions = {},
    financials = accounts_of("parent", 5e9, 5e9, accounts_of("other", 1, 1)),
  }
  if right then
    right.type, right.grantor, right.holder = "board-appointment", "buyer", right.holder or "parent"
    with(facts, "agreements", right)
  end
  for i = 1, directors or 0 do
    with(facts, "entities", { id = "director" .. i, form = "person" })
    local by = i > named and "other" or "parent"
    with(facts, "positions", { person = "director" .. i, entity = "buyer", role = "director", appointed_by = by })
  end
  return facts
end

--- A large parent with a right to a part of the buyer's profits.
local function sharer(percent)
  return {
    entities = { { id = "parent" } }, financials = accounts_of("parent", 5e9, 5e9),
    agreements = { { type = "profit-share", holder = "parent", grantor = "buyer", percent = percent } },
  }
end

return {
  rule  = "hsr/notification",
  facts = hsr_deal.facts(),

  { "a parent with exactly half of a small buyer is of its person: its size counts",
    set = small "buyer", add = parent("buyer", 50, 5e9, 1e6), expect = "flagged", figures = { buyer_sales = 1e6 } },
  { "its assets will do in place of sales", set = small "buyer", add = parent("buyer", 50, 1e6, 5e9), expect = "flagged" },
  { "with less than half it is not", set = small "buyer", add = parent("buyer", 49.9, 5e9, 5e9), expect = "clear" },
  { "a parent that is small too adds nothing", set = small "buyer", add = parent("buyer", 50, 1e6, 1e6), expect = "clear" },
  { "a parent at the upper size counts", set = small "buyer", add = parent("buyer", 50, 239e6, 1e6), expect = "flagged" },
  { "just below it it does not, nor with what the buyer has",
    set = small "buyer", add = parent("buyer", 50, 237999999, 1e6), expect = "clear" },
  { "where both come to it together, its accounts may have those of the buyer in them",
    set = small "buyer", add = parent("buyer", 50, 238e6, 1e6), expect = "cannot-tell" },
  { "where no accounts do, both count", set = small "buyer", add = parent("buyer", 50, 238e6, 1e6), complete = { { kind = "observation" } },
    expect = "flagged" },
  { "where they do, only the larger",
    set = small "buyer", add = with(parent("buyer", 50, 238e6, 1e6), "observations", consolidated "buyer"), expect = "clear" },
  { "assets are added up as sales are", set = small "buyer", add = parent("buyer", 50, 1e6, 238e6), complete = { { kind = "observation" } },
    expect = "flagged" },
  { "accounts of a parent with more than half have those of the buyer in them",
    set = small "buyer", add = parent("buyer", 60, 238e6, 1e6), complete = { { kind = "observation" } }, expect = "clear" },
  { "what the buyer controls by half counts with it",
    set = { ["buyer-sales.amount"] = usd(200e6), ["buyer-assets.amount"] = usd(1e6) },
    add = {
      entities = { { id = "unit" } }, holdings = { held("buyer", "unit", 50, "2020-01-01") },
      financials = accounts_of("unit", 39e6, 1e6),
    },
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "and alone where it is larger",
    set = small "buyer",
    add = {
      entities = { { id = "unit" } }, holdings = { held("buyer", "unit", 50, "2020-01-01") },
      financials = accounts_of("unit", 239e6, 1e6),
    },
    expect = "flagged" },
  { "so does what its parent controls",
    set = small "buyer",
    add = with(with(parent("buyer", 50, 1e6, 1e6, nil, nil, accounts_of("sister", 239e6, 1e6)), "entities", { id = "sister" }),
      "holdings", held("parent", "sister", 50, "2020-01-01")),
    expect = "flagged" },
  { "two parents of halves are two persons: their accounts are not added up",
    set = small "buyer",
    add = with(with(parent("buyer", 50, 130e6, 1e6, nil, nil, accounts_of("second", 130e6, 1e6)), "entities", { id = "second" }),
      "holdings", held("second", "buyer", 50, "2020-01-01")),
    complete = { { kind = "observation" } }, expect = "clear" },
  { "of what a person of very many firms comes to nothing is said", set = small "buyer", add = many(40), expect = "cannot-tell" },
  { "a parent that names all directors is of the person, whatever votes it has",
    set = small_of_form("buyer", "company"), add = namer { exclusive = true }, expect = "flagged" },
  { "one that names some is, where half of the board was named by it",
    set = small_of_form("buyer", "company"), add = namer({ exclusive = false }, 2, 4),
    complete = { { kind = "position" } }, expect = "flagged" },
  { "less than half is not enough",
    set = small_of_form("buyer", "company"), add = namer({ exclusive = false }, 1, 3),
    complete = { { kind = "position" } }, expect = "clear" },
  { "of a board that is not known whole it is open",
    set = small_of_form("buyer", "company"), add = namer({ exclusive = false }, 2, 3),
    expect = "cannot-tell" },
  { "a right of which nobody knows whether others have one is open",
    set = small_of_form("buyer", "company"), add = namer { exclusive = null }, expect = "cannot-tell" },
  { "a right of two together gives control to neither",
    set = small_of_form("buyer", "company"), add = namer { exclusive = true, holder = { "parent", "other" } },
    expect = "clear" },
  { "the board of a fund has no bearing",
    set = small_of_form("buyer", "fund"), add = namer { exclusive = true }, expect = "clear" },
  { "of a joint venture without votes on file it is open",
    set = small_of_form("buyer", "joint-venture"), add = namer { exclusive = true }, expect = "cannot-tell" },
  { "with votes on file it is a corporation",
    set = small_of_form("buyer", "joint-venture"),
    add = with(namer { exclusive = true }, "holdings", held("other", "buyer", 10, "2020-01-01")), expect = "flagged" },
  { "seats without a right to them are no control",
    set = small_of_form("buyer", "company"), add = namer(nil, 3, 3),
    complete = { { kind = "position" } }, expect = "clear" },
  { "who has half of the profits of a fund controls it",
    set = small_of_form("buyer", "fund"), add = sharer(50), expect = "flagged" },
  { "with less it does not", set = small_of_form("buyer", "fund"), add = sharer(49.9), expect = "clear" },
  { "of an unknown part it is open", set = small_of_form("buyer", "fund"), add = sharer(null), expect = "cannot-tell" },
  { "profits of a company give no control",
    set = small_of_form("buyer", "company"), add = sharer(75), expect = "clear" },
  { "of a parent whose accounts are not on file the size is open",
    set = small "buyer", add = { entities = { { id = "parent" } }, holdings = { held("parent", "buyer", 50, "2020-01-01") } },
    expect = "cannot-tell" },
  { "so it is where one of the two is too small and the other not on file",
    set = small "buyer", add = parent("buyer", 50, 1e6), expect = "cannot-tell" },
  { "where one is large enough the other is not asked for",
    set = small "buyer", add = parent("buyer", 50, 5e9), expect = "flagged" },
  { "of votes that nobody knows it is open", set = small "buyer", add = parent("buyer", null, 5e9, 5e9), expect = "cannot-tell" },
  { "half of a half is enough at each step",
    set = small "buyer",
    add = {
      entities = { { id = "parent" }, { id = "between" } },
      holdings = { held("parent", "between", 50, "2020-01-01"), held("between", "buyer", 50, "2020-01-01") },
      financials = accounts_of("parent", 5e9, 5e9, accounts_of("between", 1, 1)),
    },
    expect = "flagged" },
  { "of a small unit that is sold the seller's assets count: the person bought is its ultimate parent with all that it controls",
    set = small "target", add = parent("target", 100, 1e6, 2e9), expect = "flagged", figures = { target_assets = 1e6 } },
  { "so they do of a seller of half", set = small "target", add = parent("target", 50, 1e6, 2e9), expect = "flagged" },
  { "of one with less than half they do not", set = small "target", add = parent("target", 49.9, 1e6, 2e9), expect = "clear" },
  { "a seller at the lower size counts", set = small "target", add = parent("target", 100, 1e6, 23.9e6), expect = "flagged" },
  { "just below it it does not, whose accounts have those of its unit in them",
    set = small "target", add = parent("target", 100, 1e6, 23899999), complete = { { kind = "observation" } }, expect = "clear" },
  { "sales of a seller whose person makes no goods do not count below the upper size",
    set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6), ["target.activities"] = { "software" } },
    add = parent("target", 100, 100e6, 1e6, { "software" }), expect = "clear" },
  { "of one that makes goods they do",
    set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6), ["target.activities"] = { "software" } },
    add = parent("target", 100, 100e6, 1e6, { "manufacturer" }), expect = "flagged" },
  { "and of one that makes chips",
    set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6), ["target.activities"] = { "software" } },
    add = parent("target", 100, 100e6, 1e6, { "chip-maker" }), expect = "flagged" },
  { "a seller of the upper size counts by its sales against a buyer of the lower",
    set = {
      ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6), ["target.activities"] = { "software" },
      ["buyer-sales.amount"] = usd(23.9e6), ["buyer-assets.amount"] = usd(1e6),
    },
    add = parent("target", 100, 239e6, 1e6, { "software" }), expect = "flagged" },
  { "of a deal that has closed it is who had the target on the day before",
    set = closing(small "target"), add = parent("target", 100, 1e6, 2e9, { "software" }, "2024-11-30"), expect = "flagged" },
  { "who had sold it before that is no seller",
    set = closing(small "target"), add = parent("target", 100, 1e6, 2e9, { "software" }, "2024-11-29"), expect = "clear" },
  { "a deal that closed on a day which nobody knows leaves it open",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12", ["deal.value"] = usd(1e9) }, expect = "flagged", open = 1 },
  { "and whose accounts count", set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12" }, expect = "cannot-tell" },
  { "a buyer that fell below the upper size after the deal was large enough on its day",
    as_of = "2026-03-01",
    set = {
      ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01", ["buyer-sales.amount"] = usd(239e6),
      ["buyer-assets.amount"] = usd(1e6),
    },
    add = { financials = { { entity = "buyer", metric = "revenue", from = "2025-12-31", amount = usd(200e6) } } },
    expect = "flagged", figures = { buyer_sales = 239e6 } },
  { "a target that grew after it was not",
    as_of = "2026-03-01",
    set = {
      ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01", ["target-sales.amount"] = usd(1e6),
      ["target-assets.amount"] = usd(1e6),
    },
    add = { financials = { { entity = "target", metric = "assets", from = "2025-12-31", amount = usd(40e6) } } },
    expect = "clear", figures = { target_assets = 1e6 } },
  { "of a deal that is open the last accounts count",
    as_of = "2026-03-01", set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6) },
    add = { financials = { { entity = "target", metric = "assets", from = "2025-12-31", amount = usd(40e6) } } },
    expect = "flagged", figures = { target_assets = 40e6 } },
}
