--- Block exemptions for agreements: a share above the line, for longer than the grace, takes the safe harbour away.
local european_deals = require "european_deals"

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

--- For how long a role has been on file above a line in the market: a figure. Rows stay true until a later one.
---@param role string
---@param line string param
---@return fun(s: Subject, p: Params, case: Case): Quantity duration
function block_exemptions.above_for(role, line)
  return function(s, p, case)
    return case:shares { entity = s[role], market = s.market }:ever():over("percent", p[line]):longest():as_recorded()
  end
end

--- Scopes that tell by themselves what product an agreement is about, and scopes that are about no product.
local COMPUTING = { "hosting", "training", "capacity" }
local MODELS    = { "api", "models", "weights", "output" }
local TELLING   = { "hosting", "training", "capacity", "api", "models", "weights", "output", "chip-design", "research", "shares",
  "change-of-control", "revenue", "usage" }

--- An agreement of some types whose scope tells that it is about a product which the market sells.
local function scoped(types, scope, product, text, no)
  return {
    text,
    function(s, _, case)
      if not s.market:has { product = product } then return false end
      return case:agreements { type = types, holder = s.holder, grantor = s.grantor, scope = scope }:any()
    end,
    no = no,
  }
end

--- The agreement is about the market: its scope is what the market sells, or, where the scope does not tell, it names it.
---@param types string|string[]
---@return Element
function block_exemptions.about_market(types)
  return {
    "the agreement concerns {market}",
    any = {
      scoped(types, COMPUTING, "cloud-infrastructure", "the agreement is on computing, which {market} sells",
        "the agreement is not on computing, or {market} does not sell it"),
      scoped(types, MODELS, { "generative-ai-models", "enterprise-llm-api" },
        "the agreement is on models, which {market} sells", "the agreement is not on models, or {market} does not sell them"),
      scoped(types, { "chip-design" }, "ai-accelerators", "the agreement is on chips, which {market} sells",
        "the agreement is not on chips, or {market} does not sell them"),
      {
        "the agreement names {market}",
        function(s, _, case)
          return case:agreements { type = types, holder = s.holder, grantor = s.grantor }:except { scope = TELLING }
            :where { market = s.market }:any()
        end,
        no = "no agreement names {market}",
      },
    },
    no = "the agreement does not concern {market} as far as recorded",
  }
end

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

--- A party has no row in the market.
local function absent(role)
  return {
    as(role) .. " is not on file in {market}",
    function(s, _, case) return case:shares { entity = s[role], market = s.market }:as_recorded():none() end,
    no = as(role) .. " is on file in {market}",
  }
end

--- A party keeps the grace: it is not above the line, or it rose above it less than the grace ago.
local function keeps(role, share, above, line)
  return {
    as(role) .. " keeps the exemption",
    any = {
      absent(role),
      {
        as(role) .. " has {" .. share .. "} of {market}, not above {" .. line .. "}", share, "<=", line,
        no = as(role) .. " has {" .. share .. "} of {market}, above {" .. line .. "}",
      },
      {
        as(role) .. " rose above {" .. line .. "} less than {grace} ago",
        all = {
          {
            "a share of " .. as(role) .. " within {" .. line .. "} is on file from before",
            function(s, p, case)
              local rows = case:shares { entity = s[role], market = s.market }:ever()
              return rows:count() > rows:over("percent", p[line]):as_recorded():count()
            end,
          },
          { as(role) .. " has been above that line for {" .. above .. "}, {>=} {grace}", above, "<", "grace" },
        },
        no = as(role) .. " has been above {" .. line .. "} for {" .. above .. "}",
      },
    },
    no = as(role) .. " has been above {" .. line .. "} for longer than the grace",
  }
end

--- Rebuttal: the grace still runs. Figures holder_share, grantor_share, holder_above, grantor_above; param `grace`.
---@param line string param
---@param rivals string? param: the line for both together, where the exemption has one
---@return Element
function block_exemptions.grace(line, rivals)
  local all = {
    keeps("holder", "holder_share", "holder_above", line),
    keeps("grantor", "grantor_share", "grantor_above", line),
  }
  if rivals then
    table.insert(all, {
      "{holder} and {grantor} do not both sell in {market} with more than {" .. rivals .. "} together",
      any = {
        absent "holder",
        absent "grantor",
        {
          "together they have {together}, not above {" .. rivals .. "}", "together", "<=", rivals,
          no = "together they have {together}, above {" .. rivals .. "}",
        },
      },
      no = "{holder} and {grantor} both sell in {market} and have {together}",
    })
  end
  return { "the grace of {grace} still runs", all = all, no = "the grace of {grace} is over" }
end

--- Both sell in the market, and their share together is above a line.
---@param line string param
---@return Element
function block_exemptions.together_above(line)
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

--- The figures of such a rule.
---@return table figures
function block_exemptions.shares()
  return {
    holder_share  = function(s) return s.market:share(s.holder) end,
    grantor_share = function(s) return s.market:share(s.grantor) end,
    together      = function(s) return s.holder_share + s.grantor_share end,
  }
end

--- A rule on cooperation between competitors: together above a line.
---@param o table id, title, jurisdiction, basis, types, filter text, line, in_force, advice, scope
---@return Rule
function block_exemptions.cooperation(o)
  return {
    id = o.id, title = o.title, severity = "medium", nature = "bright-line",
    jurisdiction = o.jurisdiction, basis = o.basis,
    in_force = o.in_force,
    params = { limit = o.line },
    roles = { "holder", "grantor", "market" },
    subjects = block_exemptions.agreements_by_market(o.types),
    figures = block_exemptions.shares(),
    applies = {
      { o.text, recorded = { "agreements", type = o.types, holder = "holder", grantor = "grantor", scope = o.scope }, no = o.no },
      european_deals.sells("holder", "market"),
      european_deals.sells("grantor", "market"),
      block_exemptions.about_market(o.types),
    },
    elements = { block_exemptions.together_above "limit" },
    advice = o.advice,
  }
end

return block_exemptions
