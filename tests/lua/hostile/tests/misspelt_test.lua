-- a test file has no 'fact'; the nearest is 'facts'
return { rule = "good/before", fact = {}, { "misspelt", expect = "clear" } }
