-- refused: a string longer than a rule may make
local s = "x"
while true do s = s .. s end
