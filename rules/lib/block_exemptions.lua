--- Block exemptions for agreements: a share above the line takes the safe harbour away, unless it rose above it so lately that
--- the period of grace still runs.
local calendar            = require "calendar"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local scopes              = require "scopes"

local block_exemptions = {}

--- A role as a placeholder.
---@param name string
---@return string
local function as(name) return "{" .. name .. "}" end

--- Holder and grantor of each agreement of some types, once for each market in which one of them is on file.
---@param types string|string[]
---@return fun(case: Case, each: fun(holder: Entity, grantor: Entity, market: Market))
function block_exemptions.agreements_by_market(types)
  return function(case, each)
    for holder, grantor in case:agreements { type = types }:pairs("holder", "grantor") do
      for share in case:shares { entity = { holder, grantor } } do each(holder, grantor, share.market) end
    end
  end
end

--- Holder and grantor of each agreement of some types, each of them as the supplier, for who binds need not be the one who
--- sells: once for each market in which that supplier is on file, or the buyer is with what it buys.
---@param types string|string[]
---@return fun(case: Case, each: fun(supplier: Entity, buyer: Entity, market: Market))
function block_exemptions.supplies_by_market(types)
  return function(case, each)
    local of_buyers = case:markets { measure = "purchases" }
    local function by_market(supplier, buyer)
      for share in case:shares { entity = supplier } do each(supplier, buyer, share.market) end
      for share in case:shares { entity = buyer, measure = "purchases" } do each(supplier, buyer, share.market) end
      for share in case:shares { entity = buyer, market = of_buyers } do each(supplier, buyer, share.market) end
    end
    for holder, grantor in case:agreements { type = types }:pairs("holder", "grantor") do
      by_market(holder, grantor)
      by_market(grantor, holder)
    end
  end
end

-- ---- what the agreement is about ----

--- Places of a market in which an agreement comes under the law of the Union.
local PLACES = { "EU", "EEA", "worldwide", table.unpack(european_thresholds.member_codes) }

--- The market is one in which the exemptions count: the first that a rule asks. One that states no place may be there.
---@return Element
function block_exemptions.market_in_union()
  return european_deals.market_in("market", PLACES, "the Union, one of its States or the world")
end

--- Scopes that tell by themselves what product an agreement is about, and scopes that are about no product.
local COMPUTING = { "hosting", "training", "capacity" }
local MODELS    = { "api", "models", "weights", "output" }
local TELLING   = { "hosting", "training", "capacity", "api", "models", "weights", "output", "chip-design", "research", "shares",
  "change-of-control", "revenue", "usage" }

--- What a scope tells besides, so that the agreement may be about the market that it names.
local BESIDE_TELLING   = { "product" }
local BESIDE_MODELS    = { "hosting", "training", "capacity", "product", "chip-design" }
local BESIDE_COMPUTING = { "api", "models", "weights", "output", "product", "chip-design" }

--- Products that the scopes know. What is sold in a file's own words ("x-robots") may be what an agreement of any scope is about:
--- what it names decides, and where it names nothing that is open.
local KNOWN = { "cloud-infrastructure", "generative-ai-models", "enterprise-llm-api", "ai-chatbots", "ai-accelerators" }

--- An agreement whose scope tells that it is about a product which the market sells.
local function scoped(of, scope, product, text, no)
  return {
    text,
    function(s, _, case)
      if not s.market:has { product = product } then return false end
      return of(s, case):where { scope = scope }:any()
    end,
    no = no,
  }
end

--- An agreement of a telling scope names the market, whose product no scope knows.
local function names_own_product(of, text, no)
  return {
    text,
    function(s, _, case)
      if s.market:has { product = KNOWN } then return false end
      return of(s, case):where { scope = TELLING, market = s.market }:any()
    end,
    no = no,
  }
end

--- An agreement is about the market: its scope is what the market sells, or, where no scope tells that, it names it.
---@param o table computing, models, other: functions (s, case) that give the agreements which count where the scope is that;
--- names: elements, any of which says that an agreement of a telling scope names the market
---@return Element
local function about(o)
  local ways = {
    scoped(o.computing, COMPUTING, "cloud-infrastructure", "the agreement is on computing, which {market} sells",
      "the agreement is not on computing, or {market} does not sell it"),
    scoped(o.models, MODELS, { "generative-ai-models", "enterprise-llm-api" },
      "the agreement is on models, which {market} sells", "the agreement is not on models, or {market} does not sell them"),
    scoped(o.other, { "chip-design" }, "ai-accelerators", "the agreement is on chips, which {market} sells",
      "the agreement is not on chips, or {market} does not sell them"),
    {
      "the agreement, whose scope tells no product, names {market}",
      function(s, _, case) return scopes.beyond(o.other(s, case), TELLING, BESIDE_TELLING):where { market = s.market }:any() end,
      no = "no agreement whose scope tells no product names {market}",
    },
  }
  for _, way in ipairs(o.names) do table.insert(ways, way) end
  return { "the agreement concerns {market}", any = ways, no = "the agreement does not concern {market} as far as recorded" }
end

--- The agreements of some types between holder and grantor are about the market.
---@param types string|string[]
---@return Element
function block_exemptions.about_market(types)
  local function between(s, case) return case:agreements { type = types, holder = s.holder, grantor = s.grantor } end
  return about {
    computing = between, models = between, other = between,
    names = {
      names_own_product(between, "the agreement names {market}, and its scope has no word for what that sells",
        "no agreement whose scope has no word for what {market} sells names it"),
    },
  }
end

--- Joint research names the market: its scope does not tell what the result will be.
---@param types string|string[]
---@return Element
local function research_on(types)
  return {
    "the research names {market}",
    recorded = { "agreements", type = types, holder = "holder", grantor = "grantor", scope = "research", market = "market" },
    no = "no research of the two names {market}",
  }
end

--- The agreements of some types between holder and grantor are about the market, research among them.
---@param types string|string[]
---@return Element
function block_exemptions.research_in_market(types)
  local element = block_exemptions.about_market(types)
  table.insert(element.any, research_on(types))
  return element
end

--- An exclusivity by which the buyer buys from the supplier alone, or the supplier sells through the buyer alone, is about the
--- market. Computing is what one is bound to buy; models are what one is bound to sell.
---@param types string|string[]
---@return Element
function block_exemptions.exclusive_in_market(types)
  local function bound(s, case, holder, grantor)
    return case:agreements { type = types, degree = "exclusive", holder = s[holder], grantor = s[grantor] }
  end
  local function buyer_bound(s, case) return bound(s, case, "supplier", "buyer") end
  local function supplier_bound(s, case) return bound(s, case, "buyer", "supplier") end
  return about {
    computing = buyer_bound,
    models    = supplier_bound,
    other     = function(s, case)
      local both = { s.supplier, s.buyer }
      return case:agreements { type = types, degree = "exclusive", holder = both, grantor = both }
    end,
    names     = {
      names_own_product(function(s, case) return scopes.beyond(buyer_bound(s, case), MODELS, BESIDE_MODELS) end,
        "an agreement that binds {buyer} names {market}, and its scope has no word for what that sells",
        "no agreement that binds {buyer} and whose scope has no word for what {market} sells names it"),
      names_own_product(function(s, case) return scopes.beyond(supplier_bound(s, case), COMPUTING, BESIDE_COMPUTING) end,
        "an agreement that binds {supplier} names {market}, and its scope has no word for what that sells",
        "no agreement that binds {supplier} and whose scope has no word for what {market} sells names it"),
    },
  }
end

-- ---- who has more than the line ----

--- A share above a line; who is not on file in the market has none.
---@param role string
---@param figure string
---@param line string param
---@return Element
function block_exemptions.above(role, figure, line)
  return {
    as(role) .. " has more than {" .. line .. "} of {market}",
    all = {
      european_deals.sells(role, "market"),
      { as(role) .. " has {" .. figure .. "} of it, {>=} {" .. line .. "}", figure, ">", line },
    },
    no = as(role) .. " has not more than {" .. line .. "} of {market}",
  }
end

--- The entities of some roles.
local function of_roles(s, roles)
  local entities = {}
  for _, role in ipairs(roles) do table.insert(entities, s[role]) end
  return entities
end

--- The share rows in the market, of a role or of several, that are of purchases, or that are of sales.
local function rows_of(s, case, roles, purchases)
  return european_deals.shares_of(case, of_roles(s, roles), s.market, purchases)
end

--- The supplier has more than a line of what is sold in the market.
---@param line string param
---@return Element
function block_exemptions.supplier_above(line)
  return {
    "{supplier} has more than {" .. line .. "} of the sales of {market}",
    all = {
      {
        "{supplier} is on file as a supplier of {market}",
        function(s, _, case) return rows_of(s, case, { "supplier" }, false):any() end,
        no = "{supplier} is not on file as a supplier of {market}",
      },
      { "{supplier} has {sales} of it, {>=} {" .. line .. "}", "sales", ">", line },
    },
    no = "{supplier} is not on file with more than {" .. line .. "} of the sales of {market}",
  }
end

--- The buyer has more than a line of what is bought in the market.
---@param line string param
---@return Element
function block_exemptions.buyer_above(line)
  return {
    "{buyer} has more than {" .. line .. "} of the purchases of {market}",
    all = {
      {
        "{buyer} is on file as a buyer in {market}",
        function(s, _, case) return rows_of(s, case, { "buyer" }, true):any() end,
        no = "{buyer} is not on file as a buyer in {market}",
      },
      { "{buyer} buys {purchases} of what is bought there, {>=} {" .. line .. "}", "purchases", ">", line },
    },
    no = "{buyer} is not on file with more than {" .. line .. "} of the purchases of {market}",
  }
end

--- The shares of both together are above a line, whether or not both sell.
---@param line string param
---@return Element
function block_exemptions.together_above(line)
  return {
    "together {holder} and {grantor} have {together} of {market}, {>=} {" .. line .. "}", "together", ">", line,
    no = "together {holder} and {grantor} have {together} of {market}, not above {" .. line .. "}",
  }
end

--- Both sell in the market, and their share together is above a line.
---@param line string param
---@return Element
function block_exemptions.rivals_above(line)
  return {
    "{holder} and {grantor} both sell in {market} and have more than {" .. line .. "} together",
    all = {
      european_deals.sells("holder", "market"),
      european_deals.sells("grantor", "market"),
      { "together they have {together}, {>=} {" .. line .. "}", "together", ">", line },
    },
    no = "{holder} and {grantor} do not both sell in {market} with more than {" .. line .. "} together",
  }
end

-- ---- the period of grace ----

--- The share in the market as it stood on a day, of one role or of several together.
local function share_at(s, p, case, day, o)
  local market = case:at(day):markets { id = s.market }:one()
  local sum = p[o.line] - p[o.line] -- nothing yet, in percent
  for _, role in ipairs(o.roles) do
    if o.purchases then sum = sum + market:share(s[role], "purchases") else sum = sum + market:share(s[role]) end
  end
  return sum
end

--- From which day on the share has been above the line, and whether the calendar years of grace after the year of it are over. It is
--- asked for each day from which a share of a role is on file.
local function rise(s, p, case, o, rows)
  local spent, first = calendar.end_of_last_year(case.as_of, p) - p.grace, case.as_of
  for row in rows do
    if share_at(s, p, case, row.from, o) > p[o.line] then
      if row.from <= spent then return true, first end
      first = least(first, row.from)
    end
  end
  return false, first
end

--- The day on which the first of some agreements began; the day after the day asked where one does not say, or there is none.
local function first_day(case, agreements, day)
  local first = case.as_of + day
  if agreements:where { from = false }:as_recorded():any() then return first end
  for one in agreements:where { from = true } do first = least(first, one.from) end
  return first
end

--- The share was within the line when the agreement began, of several the first, has risen since, and the grace is not over. Of an
--- agreement that says no first day the oldest row stands for the beginning.
local function rose_lately(o) -- who (a sentence's subject), roles, line (param), purchases (else sales), types and parties of the agreement
  return {
    o.who .. " rose above {" .. o.line .. "} since they agreed, and the {grace} of grace run",
    function(s, p, case)
      local parties = of_roles(s, o.parties)
      local all = case:agreements { type = o.types, holder = parties, grantor = parties, degree = o.degree or nil }
      local day = first_day(case, all, p.a_day)
      if day <= case.as_of then
        if share_at(s, p, case, day, o) > p[o.line] then return false end
        local over = rise(s, p, case, o, rows_of(s, case, o.roles, o.purchases):ever():since(day))
        return not over
      end
      local rows = rows_of(s, case, o.roles, o.purchases):ever()
      local over, first = rise(s, p, case, o, rows)
      if over then return false end
      return rows:count() > rows:since(first):as_recorded():count() -- an older row: the share was within the line at first
    end,
    no = o.who .. " was above {" .. o.line .. "} when they agreed, or the {grace} are over",
  }
end

--- A role has no row in the market, of purchases or of sales.
local function absent(role, purchases)
  return {
    as(role) .. " is not on file in {market}",
    function(s, _, case) return rows_of(s, case, { role }, purchases):as_recorded():none() end,
    no = as(role) .. " is on file in {market}",
  }
end

--- A share is not above a line.
local function within(text, figure, line)
  return { text .. ", not above {" .. line .. "}", figure, "<=", line, no = text .. ", above {" .. line .. "}" }
end

--- A party keeps the exemption: it has no share, one that is not above the line, or the grace still runs.
local function keeps(role, share, line, purchases, o)
  local of_what = purchases and "the purchases of {market}" or "{market}"
  return {
    as(role) .. " keeps the exemption",
    any = {
      absent(role, purchases),
      within(as(role) .. " has {" .. share .. "} of " .. of_what, share, line),
      rose_lately { who = as(role), roles = { role }, line = line, purchases = purchases, types = o.types, degree = o.degree,
        parties = o.parties },
    },
    no = as(role) .. " has no grace, or has been above {" .. line .. "} for longer",
  }
end

local RUNS, OVER = "the exemption goes on for {grace} after the calendar year in which the share rose", "the grace of {grace} is over"

--- Rebuttal of a supply: the grace still runs. Figures sales, purchases; params `grace` and those of calendar.params.
---@param line string param
---@param types string|string[] of the agreement
---@return Element
function block_exemptions.supply_grace(line, types)
  local o = { types = types, degree = "exclusive", parties = { "supplier", "buyer" } }
  return { RUNS, all = { keeps("supplier", "sales", line, false, o), keeps("buyer", "purchases", line, true, o) }, no = OVER }
end

--- Rebuttal of a licence: the grace still runs. Figures holder_share, grantor_share, together; params as above.
---@param line string param: of each
---@param rivals string param: of both together, where both sell
---@param types string|string[] of the agreement
---@return Element
function block_exemptions.licence_grace(line, rivals, types)
  local both = { "holder", "grantor" }
  local o = { types = types, degree = false, parties = both }
  return {
    RUNS,
    all = {
      keeps("holder", "holder_share", line, false, o),
      keeps("grantor", "grantor_share", line, false, o),
      {
        "{holder} and {grantor} keep the exemption as competitors",
        any = {
          absent("holder", false),
          absent("grantor", false),
          within("together they have {together}", "together", rivals),
          rose_lately {
            who = "what they have together", roles = both, line = rivals, purchases = false, types = types, degree = false,
            parties = both,
          },
        },
        no = "{holder} and {grantor} both sell in {market} and have had more than {" .. rivals .. "} together for too long",
      },
    },
    no = OVER,
  }
end

--- Rebuttal of a cooperation: the grace still runs. Params `grace` and those of calendar.params.
---@param line string param: of both together
---@param types string|string[] of the agreement
---@return Element
function block_exemptions.joint_grace(line, types)
  local both = { "holder", "grantor" }
  return rose_lately {
    who = "what {holder} and {grantor} have together", roles = both, line = line, purchases = false, types = types, degree = false,
    parties = both,
  }
end

--- The figures of a rule on holder and grantor.
---@return table figures
function block_exemptions.shares()
  return {
    holder_share  = function(s) return s.market:share(s.holder) end,
    grantor_share = function(s) return s.market:share(s.grantor) end,
    together      = function(s) return s.holder_share + s.grantor_share end,
  }
end

return block_exemptions
