--- Elements that rules share, as data: each function gives one entry for `applies`, `elements`, `unless` or a group.
--- Arguments that name a role, a figure or a param are strings; the texts name it back as a placeholder.
local elements = {}

--- What counts as money: announced money is none.
local FIRM = { "committed", "paid" }

--- Observations that weigh enough to rebut; a party's own claim is weak.
local SOLID = { "moderate", "strong" }

--- Instruments that are equity or may become it.
local EQUITY = { "equity", "convertible", "warrant", "profit-interest" }

--- Instruments that may become equity.
local CONVERTIBLE = { "convertible", "warrant" }

--- Agreements by which a holder buys from a grantor.
local SUPPLY = { "supply", "discounted-supply", "priority-supply" }

--- A role as a placeholder.
---@param name string
---@return string
local function as(name) return "{" .. name .. "}" end

--- A firm develops AI.
---@param firm string role
---@return Element
function elements.develops_ai(firm)
  return { as(firm) .. " develops AI", does = { firm, "ai-developer" }, no = as(firm) .. " does not develop AI" }
end

--- A firm is a cloud provider.
---@param firm string role
---@return Element
function elements.cloud_provider(firm)
  return {
    as(firm) .. " is a cloud provider",
    does = { firm, "cloud-provider" },
    no = as(firm) .. " is not a cloud provider",
  }
end

--- A firm designs or makes chips.
---@param firm string role
---@return Element
function elements.chip_maker(firm)
  return {
    as(firm) .. " designs or makes chips",
    any = {
      { as(firm) .. " designs chips", does = { firm, "chip-designer" }, no = as(firm) .. " designs no chips" },
      { as(firm) .. " makes chips", does = { firm, "chip-maker" }, no = as(firm) .. " makes no chips" },
    },
    no = as(firm) .. " neither designs nor makes chips",
  }
end

--- A firm has put money, committed or paid, into another.
---@param investor string role
---@param target string role
---@return Element
function elements.funds(investor, target)
  return {
    as(investor) .. " has put money into " .. as(target),
    recorded = { "investments", investor = investor, target = target, status = FIRM, amount = "some" },
    no = as(investor) .. " has put no money, committed or paid, into " .. as(target),
  }
end

--- A firm has put money into another or holds shares of it.
---@param investor string role
---@param target string role
---@return Element
function elements.interest(investor, target)
  return {
    as(investor) .. " has an interest in " .. as(target),
    any = { elements.funds(investor, target), elements.holds_shares(investor, target) },
    no = as(investor) .. " has no interest in " .. as(target),
  }
end

--- A firm holds shares of another, however many.
---@param holder string role
---@param target string role
---@return Element
function elements.holds_shares(holder, target)
  return {
    as(holder) .. " holds shares of " .. as(target),
    recorded = { "holdings", holder = holder, entity = target, stake = "some" },
    no = as(holder) .. " holds no shares of " .. as(target),
  }
end

--- A firm holds equity of another, or an instrument that may become equity.
---@param investor string role
---@param target string role
---@return Element
function elements.equity(investor, target)
  return {
    as(investor) .. " holds equity of " .. as(target) .. " or a claim to it",
    any = {
      {
        as(investor) .. " has put money into " .. as(target) .. " for equity or a claim to it",
        recorded = {
          "investments", investor = investor, target = target, instrument = EQUITY, status = FIRM, amount = "some",
        },
        no = as(investor) .. " has put no money into " .. as(target) .. " for equity or a claim to it",
      },
      elements.holds_shares(investor, target),
      elements.warrant(investor, target),
    },
    no = as(investor) .. " holds no equity of " .. as(target) .. " and no claim to it",
  }
end

--- A firm holds an instrument that may become shares of another.
---@param investor string role
---@param target string role
---@return Element
function elements.convertible(investor, target)
  return {
    as(investor) .. " holds what may become shares of " .. as(target),
    any = {
      {
        as(investor) .. " has put money into " .. as(target) .. " by convertible instruments",
        recorded = {
          "investments", investor = investor, target = target, instrument = CONVERTIBLE, status = FIRM, amount = "some",
        },
        no = as(investor) .. " has put no money into " .. as(target) .. " by convertible instruments",
      },
      {
        as(investor) .. " holds a convertible interest in " .. as(target),
        recorded = { "holdings", holder = investor, entity = target, convertible = true },
        no = as(investor) .. " holds no convertible interest in " .. as(target),
      },
      elements.warrant(investor, target),
    },
    no = as(investor) .. " holds nothing that may become shares of " .. as(target),
  }
end

--- A firm has a warrant for another's shares.
---@param holder string role
---@param target string role
---@return Element
function elements.warrant(holder, target)
  return {
    as(holder) .. " has a warrant for shares of " .. as(target),
    recorded = { "agreements", type = "warrant", holder = holder, grantor = target },
    no = as(holder) .. " has no warrant for shares of " .. as(target),
  }
end

--- The money in a firm or the stake in it reaches the line from which it is material.
--- The rule has params `material_money` and `material_stake` (lib/params.lua).
---@param text string what is material, a sentence
---@param no string the sentence when it is not
---@param money string figure: the money committed
---@param stake string figure: the stake held
---@return Element
function elements.material(text, no, money, stake)
  return {
    text,
    any = {
      {
        "the money committed is " .. as(money) .. ", {>=} {material_money}", money, ">=", "material_money",
      },
      {
        "the stake held is " .. as(stake) .. ", {>=} {material_stake}", stake, ">=", "material_stake",
      },
    },
    no = no,
  }
end

--- A firm's share of a market, a figure named `share`, reaches a line.
---@param firm string role
---@param market string role or figure
---@param line string param in percent
---@return Element
function elements.share_at_least(firm, market, line)
  return {
    as(firm) .. " supplies {share} of " .. as(market) .. ", {>=} " .. as(line),
    "share", ">=", line,
    no = as(firm) .. " supplies {share} of " .. as(market) .. ", below " .. as(line),
  }
end

--- The holder may demand that the grantor deals with nobody else in a scope. Primary and preferred are no exclusivity.
---@param holder string role
---@param grantor string role
---@param scope string[] scopes of an agreement
---@param text string what is bound, a sentence
---@param no string the sentence when it is not
---@return Element
function elements.binds(holder, grantor, scope, text, no)
  return {
    text,
    recorded = {
      "agreements", type = "exclusivity", degree = "exclusive", holder = holder, grantor = grantor, scope = scope,
    },
    no = no,
  }
end

--- A firm receives a part of another's revenue.
---@param holder string role
---@param grantor string role
---@return Element
function elements.shares_revenue(holder, grantor)
  return {
    as(holder) .. " receives a part of the revenue of " .. as(grantor),
    recorded = { "agreements", type = "revenue-share", holder = holder, grantor = grantor, percent = "some" },
    no = as(holder) .. " receives no part of the revenue of " .. as(grantor),
  }
end

--- The holder has an agreement of a type, or of one of several types, with the grantor.
---@param type_ string|string[] agreement type
---@param holder string role
---@param grantor string role
---@param text string what is agreed, a sentence
---@param no string the sentence when it is not
---@return Element
function elements.agreed(type_, holder, grantor, text, no)
  return { text, recorded = { "agreements", type = type_, holder = holder, grantor = grantor }, no = no }
end

--- Two firms do the same kind of business, of those where that makes them rivals: developing AI, or cloud computing.
---@param one string role
---@param other string role
---@return Element[]
function elements.alike(one, other)
  local both = as(one) .. " and " .. as(other)
  return {
    {
      both .. " both develop AI",
      all = { elements.develops_ai(one), elements.develops_ai(other) },
      no = both .. " do not both develop AI",
    },
    {
      both .. " are both cloud providers",
      all = { elements.cloud_provider(one), elements.cloud_provider(other) },
      no = both .. " are not both cloud providers",
    },
  }
end

--- Two firms sell in one market.
---@param one string role
---@param other string role
---@return Element
function elements.sell_in_one_market(one, other)
  local both = as(one) .. " and " .. as(other)
  return {
    both .. " sell in the same market",
    function(s, _, case)
      local common = s[one]:shares_market(s[other])
      if not common:any() then return false end
      return case:markets { id = common }:except { measure = "purchases" }:any() -- who buys there need not sell
    end,
    no = both .. " are on record in no common market",
  }
end

--- It has been observed that two firms compete.
---@param one string role
---@param other string role
---@return Element
function elements.seen_to_compete(one, other)
  local both = as(one) .. " and " .. as(other)
  return {
    both .. " have been seen to compete head to head",
    function(s, _, case)
      return case:observations { says = "head-to-head", about = s[one] }:where { about = s[other] }:any()
    end,
    no = "no head-to-head competition between " .. both .. " is on record",
  }
end

--- Two firms compete: both develop AI, both are cloud providers, both sell in one market, or it has been observed.
---@param one string role
---@param other string role
---@return Element
function elements.competes(one, other)
  local both, alike = as(one) .. " and " .. as(other), elements.alike(one, other)
  return {
    both .. " compete",
    any = { alike[1], alike[2], elements.sell_in_one_market(one, other), elements.seen_to_compete(one, other) },
    no = both .. " do not compete as far as recorded",
  }
end

--- A firm has a say in another's decisions by contract: a veto, a right to be consulted, or a consent it had to give.
---@param investor string role
---@param target string role
---@return Element
function elements.say(investor, target)
  return {
    as(investor) .. " has a say in decisions of " .. as(target),
    any = {
      elements.agreed("veto", investor, target,
        as(investor) .. " may veto decisions of " .. as(target),
        as(investor) .. " has no veto over " .. as(target)),
      elements.agreed("consultation", investor, target,
        as(investor) .. " must be consulted on decisions of " .. as(target),
        as(investor) .. " has no right to be consulted by " .. as(target)),
      elements.agreed("consent", target, investor,
        as(target) .. " needed the consent of " .. as(investor) .. " for a decision of its own",
        as(target) .. " has not needed the consent of " .. as(investor)),
    },
    no = as(investor) .. " has no say in decisions of " .. as(target),
  }
end

--- A firm has named a person to another's board, or to an office that the board fills.
---@param investor string role
---@param target string role
---@return Element
function elements.seat(investor, target)
  return {
    as(investor) .. " has named a director, an officer or a board observer of " .. as(target),
    recorded = { "positions", entity = target, appointed_by = investor },
    no = as(investor) .. " has named no director, officer or board observer of " .. as(target),
  }
end

--- One firm supplies another.
---@param supplier string role
---@param customer string role
---@return Element
function elements.supplies(supplier, customer)
  return {
    as(supplier) .. " supplies " .. as(customer),
    any = {
      elements.agreed(SUPPLY, customer, supplier,
        as(customer) .. " buys from " .. as(supplier),
        as(customer) .. " has no supply agreement with " .. as(supplier)),
      elements.agreed("spend-commitment", supplier, customer,
        as(customer) .. " has committed to spend with " .. as(supplier),
        as(customer) .. " has not committed to spend with " .. as(supplier)),
    },
    no = as(supplier) .. " does not supply " .. as(customer),
  }
end

--- Rebuttal: something has been observed about a subject, moderately or strongly.
---@param says string what an observation says
---@param about string role or figure
---@param text string a sentence
---@return Element
function elements.observed(says, about, text)
  return { text, recorded = { "observations", says = says, about = about, strength = SOLID } }
end

--- Rebuttal: something has been observed about two firms together, moderately or strongly.
---@param says string what an observation says
---@param one string role
---@param other string role
---@param text string a sentence
---@return Element
function elements.observed_between(says, one, other, text)
  return {
    text,
    function(s, _, case)
      return case:observations { says = says, about = s[one], strength = SOLID }:where { about = s[other] }:any()
    end,
  }
end

return elements
