--- Lines that several rules draw at the same place. The reports and statements behind these rules set none, so each is
--- our choice and says why. Each function gives a fresh param, so that `--param` moves it for one rule alone.
local params = {}

--- From which share a supplier of computing matters.
---@return Param percent
function params.cloud_share()
  return { 20, "percent", "our choice: a provider large enough to matter as a source of computing; the report sets no line" }
end

--- From which sum money in a firm is material.
---@return Param USD
function params.material_money()
  return { 1e9, "USD", "our choice: the FTC studied multi-billion-dollar deals only; the report sets no line" }
end

--- From which stake an interest is material, whatever was paid for it.
---@return Param percent
function params.material_stake()
  return { 10, "percent", "our choice: up to 10 % the HSR Act lets a purely passive holding pass unnotified" }
end

return params
