-- a test file returns a table
return 1
