return {
  rule = "house/now",
  facts = require "sold_test",
  { "the day before it was", expect = "cannot-tell", needs = { "s.entity" } },
}
