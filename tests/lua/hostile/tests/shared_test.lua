-- the facts of a test are longer than 4 MB
local t = { "x" }
for _ = 1, 8 do
  local many = {}
  for i = 1, 60 do many[i] = t end
  t = many
end
return { rule = "good/before", facts = { entities = { { id = "a", name = t } } }, { "one table many times", expect = "clear" } }
