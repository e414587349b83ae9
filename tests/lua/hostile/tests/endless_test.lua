-- it ran
while true do end
