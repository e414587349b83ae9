-- refused 2: it ran
while true do end
