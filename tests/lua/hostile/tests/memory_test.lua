-- more memory than a rule may use
local t = {}
while true do t = { t } end
