--- Deals within one person.
local hsr_deal = require "hsr_deal_test"
local money    = require "money_test"

local usd, held, closing = money.usd, hsr_deal.held, hsr_deal.closing

--- A right to name directors of the target.
local function right(holder, exclusive)
  return { id = "right", type = "board-appointment", holder = holder, grantor = "target", exclusive = exclusive, from = "2020-01-01" }
end

return {
  rule  = "hsr/notification",
  facts = hsr_deal.facts(),

  { "less than half is another person",
    add = { holdings = { held("buyer", "target", 49.9, "2020-01-01") } }, expect = "flagged" },
  { "a subsidiary that takes over its parent is one person with it",
    set = { ["target-sales.amount"] = usd(5e9) },
    add = { holdings = { held("target", "buyer", 100, "2020-01-01") } }, expect = "rebutted" },
  { "so is a firm with one that has half of its votes",
    add = { holdings = { held("target", "buyer", 50, "2020-01-01") } }, expect = "rebutted" },
  { "sister firms of one parent are one person",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", 100, "2020-01-01"), held("parent", "target", 100, "2020-01-01") },
    },
    expect = "rebutted" },
  { "sister firms of which one parent has half each are one person",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", 50, "2020-01-01"), held("parent", "target", 50, "2020-01-01") },
    },
    expect = "rebutted" },
  { "with less than half of one of them they are not",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", 50, "2020-01-01"), held("parent", "target", 49.9, "2020-01-01") },
    },
    expect = "flagged", open = 0 },
  { "half of half controls: each step is asked by itself",
    add = {
      entities = { { id = "middle" } },
      holdings = { held("buyer", "middle", 50, "2020-01-01"), held("middle", "target", 50, "2020-01-01") },
    },
    expect = "rebutted" },
  { "so it is of a target that is above its buyer",
    set = { ["target-sales.amount"] = usd(5e9) },
    add = {
      entities = { { id = "middle" } },
      holdings = { held("target", "middle", 50, "2020-01-01"), held("middle", "buyer", 50, "2020-01-01") },
    },
    expect = "rebutted" },
  { "of a target that two control by halves, one of whom controls the buyer",
    add = {
      entities = { { id = "parent" }, { id = "other" } },
      holdings = {
        held("parent", "buyer", 50, "2020-01-01"), held("other", "target", 50, "2020-01-01"), held("parent", "target", 50, "2020-01-01"),
      },
    },
    expect = "rebutted" },
  { "what the members of a group have counts together",
    add = {
      entities = { { id = "parent" }, { id = "unit" } },
      holdings = {
        held("parent", "buyer", 50, "2020-01-01"), held("parent", "unit", 100, "2020-01-01"),
        held("parent", "target", 30, "2020-01-01"), held("unit", "target", 20, "2020-01-01"),
      },
    },
    expect = "rebutted" },
  { "control by other means than votes exempts nothing",
    add = {
      entities = { { id = "middle" } },
      holdings = {
        { holder = "buyer", entity = "middle", stake = 40, votes = 40, control = "sole", from = "2020-01-01" },
        held("middle", "target", 100, "2020-01-01"),
      },
    },
    expect = "flagged" },
  { "a circle of halves comes to an end",
    add = {
      entities = { { id = "left" }, { id = "right" } },
      holdings = {
        held("left", "right", 50, "2020-01-01"), held("right", "left", 50, "2020-01-01"), held("left", "buyer", 50, "2020-01-01"),
        held("right", "target", 50, "2020-01-01"),
      },
    },
    expect = "rebutted" },
  { "a parent with unknown votes of one leaves it open",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", null, "2020-01-01"), held("parent", "target", 50, "2020-01-01") },
    },
    expect = "flagged", open = 1 },
  { "unknown votes of somebody who has nothing of the other do not",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", null, "2020-01-01") },
    },
    expect = "flagged", open = 0 },
  { "sisters since the deal closed were none before",
    set = closing(),
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", 50, "2020-01-01"), held("parent", "target", 50, "2024-12-01") },
    },
    expect = "flagged" },
  { "what the buyer holds since the deal closed exempts nothing",
    set = closing(),
    add = { holdings = { held("buyer", "target", 100, "2024-12-01") } }, expect = "flagged" },
  { "a first deal that gave it half exempts a second",
    set = closing(),
    add = { holdings = { held("buyer", "target", 60, "2024-11-30") } }, expect = "rebutted" },
  { "a right to name all directors is no control that exempts",
    set = { ["target.form"] = "company" }, add = { agreements = { right("buyer", true) } }, expect = "flagged", open = 0 },
  { "but of a nonprofit body",
    set = { ["target.form"] = "nonprofit" }, add = { agreements = { right("buyer", true) } }, expect = "rebutted" },
  { "half of the profits of a fund exempts",
    set = { ["target.form"] = "fund" },
    add = { agreements = { { type = "profit-share", holder = "buyer", grantor = "target", percent = 50, from = "2020-01-01" } } },
    expect = "rebutted" },
  { "less than half does not",
    set = { ["target.form"] = "fund" },
    add = { agreements = { { type = "profit-share", holder = "buyer", grantor = "target", percent = 49.9, from = "2020-01-01" } } },
    expect = "flagged", open = 0 },
  { "nor half of those of a company",
    set = { ["target.form"] = "company" },
    add = { agreements = { { type = "profit-share", holder = "buyer", grantor = "target", percent = 50, from = "2020-01-01" } } },
    expect = "flagged", open = 0 },
}
