-- refused: a rule file returns a table, this one returned nil
local investor = "microsoft"
