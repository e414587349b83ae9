-- a test file has 1 to 1000 tests
return { rule = "good/before" }
