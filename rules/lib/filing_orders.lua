--- Orders of the Bundeskartellamt that a firm must file its deals, however small: by s. 39a GWB until 6 November 2023, by
--- s. 32f(2) GWB since. A file records one as a proceeding of its own word, and an order that prolongs it as another.
local filing_orders = {}

--- Orders against the buyer that are on file by a day.
---@param case Case
---@param buyer Entity
---@param day Quantity date
---@return Set
function filing_orders.by(case, buyer, day)
  return case:at(day):proceedings { type = "x-filing-order", against = buyer }
end

--- An order against the buyer is on file, a figure `orders`.
---@return Element
function filing_orders.on_file()
  return {
    "an order to file against {buyer} is on file",
    function(s) return s.orders:any() end,
    no = "no order to file against {buyer} is on file",
  }
end

--- Does an order bind on a day? Both ends are asked where neither is unknown.
local function binds(order, day, term)
  if day < order.from then return false end
  if order:has { to = true } and order.to < day then return false end
  return day <= order.from + term
end

--- One of the orders binds on the figure `day`. The rule has the figure `orders` and the param `term`.
---@param prolonged boolean whether an order that the file does not have may have prolonged one whose term is over
---@return Element
function filing_orders.bind(prolonged)
  return {
    "the order still bound on the day of the deal",
    function(s, p, case)
      local over = false
      for order in s.orders do
        if binds(order, s.day, p.term) then return true end
        over = over or not order:has { to = true }
      end
      if prolonged and over then return not s.orders:since(s.day):none() end -- open, but where every proceeding is on file
      return false
    end,
    no = "the order did not bind on the day of the deal",
  }
end

return filing_orders
