return {
  rule = "house/earlier",
  facts = require "sold_test",
  { "five years ago it was not yet the seller's", expect = "clear" },
}
