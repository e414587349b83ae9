-- What a rule may name is what the sandbox gives it; a test beside a rule has the whole of Lua.
std = "lua54"
max_line_length = 140
unused_args = false -- tests and figures are all written function(s, p, case)
exclude_files = { "rules/api.lua", "rules/**/api.lua" }

local given = { "null", "equal", "least", "greatest", "below", "exactly", "note" }

stds.rule = {
  read_globals = {
    "ipairs", "select", "require", "null", "equal", "least", "greatest", "below", "exactly", "note",
    string = { fields = { "format", "sub" } },
    table = { fields = { "concat", "insert", "unpack" } },
    math = { fields = { "min", "max", "floor" } },
  },
}

files["rules"] = { std = "rule" }
files["rules/**/*_test.lua"] = { std = "lua54", read_globals = given }
