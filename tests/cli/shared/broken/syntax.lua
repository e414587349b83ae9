return {
  id = "broken/syntax"
  title = "a comma is missing above",
}
