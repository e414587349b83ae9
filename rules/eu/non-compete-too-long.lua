local candidates = require "candidates"
local elements   = require "elements"
local outsiders  = require "outsiders"
local scopes     = require "scopes"

--- Scopes that are no purchases: by an exclusive outlet a firm sells, it does not buy.
local OUTLETS = { "api", "models", "weights", "output", "revenue", "shares", "change-of-control", "research" }

--- Scopes of what is bought, be they beside an outlet.
local BOUGHT = { "hosting", "training", "capacity", "product", "chip-design" }

--- Agreements by which a firm buys from another.
local SUPPLY = { "supply", "discounted-supply", "priority-supply" }

--- Observations that weigh enough; a party's own claim is weak.
local SOLID = { "moderate", "strong" }

--- No outsider has a commitment of the grantor's spending. One that it shares with the holder is none if the holder designated it
--- (Art. 1(1)(f), from memory); nothing on file tells of that until it was found or all observations are.
local function to_no_others()
  return {
    "none to others is on file",
    any = {
      {
        "nobody else has one, be it alone or with {holder}", function(s) return s.others:as_recorded():none() end,
        no = "others have one too",
      },
      {
        "others have one with {holder} alone, which designated them",
        all = {
          {
            "no commitment is to others without {holder}",
            function(s) return s.others:except { holder = s.holder }:as_recorded():none() end,
            no = "a commitment is to others without {holder}",
          },
          {
            "{holder} designated those from whom {grantor} may buy instead",
            function(s, _, case)
              local found = case:observations { says = "x-designated-supplier", about = s.holder, strength = SOLID }
              return not found:where { about = s.grantor }:none()
            end,
            no = "{holder} designated nobody from whom {grantor} may buy instead, all observations being on file",
          },
        },
        no = "others have one that is no duty to {holder}",
      },
    },
    no = "others have one too",
  }
end

--- The holder supplies the grantor. A duty to buy from nobody else is often on file without the contract that it goes with: no
--- supply is open then, until the agreements are all on file.
local function supplied()
  local known = elements.supplies("holder", "grantor")
  table.insert(known.any, {
    "{grantor} buys from {holder} by a contract that is not on file",
    function(s, _, case)
      return not case:agreements { type = SUPPLY, holder = s.grantor, grantor = s.holder }:none()
    end,
    no = "{grantor} buys nothing from {holder}, all agreements being on file",
  })
  return known
end

--- What those of some commitments are together that have no end or last longer than the exemption allows.
local function lasting(commitments, p)
  local endless, ending = commitments:where { to = false }, commitments:where { to = true }:over("lasts", p.term)
  return endless:as_recorded():sum("percent") + ending:as_recorded():sum("percent")
end

--- Those of some commitments that must be left: the ones that are nearly all of the needs, or each where only together they may be.
local function that_bind(s, p, commitments)
  if s.duties:over("percent", p.most):as_recorded():any() then return commitments:over("percent", p.most) end
  if s.spending:over("percent", p.most):as_recorded():any() then return commitments:over("percent", p.most) end
  return commitments
end

--- Several commitments to the holder that are nearly all of the needs if they add up.
---@param figure string what they are together
---@param text string
---@return Element
local function several(figure, text)
  return {
    text,
    all = {
      { "{number} {number|commitment|commitments} to {holder} alone {number|is|are} on file, {>=} {two}", "number", ">=", "two" },
      { "they are {" .. figure .. "} of its needs if they add up, {>=} {most}", figure, ">", "most" },
    },
    no = "no several commitments to {holder} alone are on file that together are more than {most} of its needs",
  }
end

--- Parts of needs add up where they are parts of the same: nothing on file tells that until it was found or all observations are.
---@return Element
local function add_up()
  return {
    "they add up, being parts of the same needs",
    function(s, _, case)
      local found = case:observations { says = "x-commitments-add-up", about = s.holder, strength = SOLID }
      return not found:where { about = s.grantor }:none()
    end,
    no = "nobody found that they add up, all observations being on file",
  }
end

---@type Rule
return {
  id           = "eu/non-compete-too-long",
  title        = "{grantor} must buy from {holder} alone, or nearly, for more than five years or without end",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-vber-noncompete", at = "Art. 1(1)(f) and 5(1)(a)", support = "direct" },
  },
  in_force     = { from = "2022-06-01", to = "2034-05-31" },
  params       = {
    most   = { 80, "percent", "Art. 1(1)(f): of purchases, above this the duty counts as a non-compete" },
    term   = { 5, "years", "Art. 5(1)(a): longer, or indefinite, is not exempt" },
    notice = { 365, "days", "our choice: who may leave within a year is not bound without end" },
    two    = { 2, "count", "our choice: so many commitments or more may be one duty together" },
  },

  roles    = { "holder", "grantor" },
  subjects = candidates.partners,

  figures = {
    duties   = function(s, _, case)
      local duties = case:agreements { type = { "exclusivity", "non-compete" }, holder = s.holder, grantor = s.grantor }
      return scopes.beyond(duties, OUTLETS, BOUGHT)
    end,
    spending = function(s, _, case)
      return case:agreements { type = "spend-commitment", holder = s.holder, grantor = s.grantor }
    end,
    alone    = function(s, _, case)
      return s.spending:except { holder = outsiders.among(case, case:entities(), s.holder, s.grantor) }
    end,
    number   = function(s) return s.duties:as_recorded():count() + s.alone:as_recorded():count() end,
    together = function(s) return s.duties:as_recorded():sum("percent") + s.alone:as_recorded():sum("percent") end,
    lasting  = function(s, p)
      return least(s.together, lasting(s.duties, p) + lasting(s.alone, p)) -- of one whose end is unknown the sums hold it twice
    end,
    others   = function(s, _, case)
      return case:agreements {
        type = "spend-commitment", grantor = s.grantor, holder = outsiders.among(case, case:entities(), s.holder, s.grantor),
      }
    end,
  },

  applies = {
    {
      "an exclusivity, a non-compete or a spending commitment of {grantor} to {holder} is on file",
      recorded = {
        "agreements", type = { "exclusivity", "non-compete", "spend-commitment" }, holder = "holder", grantor = "grantor",
      },
      no = "no exclusivity, no non-compete and no spending commitment of {grantor} to {holder} is on file",
    },
    {
      "{grantor} owes {holder} an exclusivity, a non-compete, nearly all of its spending or spending of its own kind",
      any = {
        {
          "an exclusivity or a non-compete that leaves nothing to others is on file",
          function(s) return s.duties:where { degree = "exclusive" }:any() end,
          no = "no exclusivity and no non-compete that leaves nothing to others is on file",
        },
        {
          "one of more than {most} of its needs is on file, whatever it is called",
          function(s, p) return s.duties:over("percent", p.most):any() end,
          no = "none of more than {most} of its needs is on file",
        },
        {
          "a commitment to spend more than {most} of its needs with {holder} alone is on file",
          function(s, p) return s.alone:over("percent", p.most):any() end,
          no = "no commitment to spend more than {most} of its needs with {holder} alone is on file",
        },
        {
          "a spending commitment is on file, and none to others",
          all = {
            {
              "a spending commitment is on file", function(s) return s.spending:any() end,
              no = "no spending commitment is on file",
            },
            to_no_others(),
          },
          no = "no spending commitment is on file, or others have one too",
        },
        several("together", "several commitments to {holder} alone are on file, {together} of its needs if they add up"),
      },
      no = "{grantor} owes {holder} no exclusivity, no non-compete, not nearly all of its spending and none of its own kind",
    },
    supplied(),
  },

  elements = {
    {
      "a duty of more than {most} of the needs of {grantor} lasts more than {term}, or has no end",
      any = {
        {
          "an exclusivity or non-compete of that size lasts more than {term}",
          function(s, p) return s.duties:over("percent", p.most):over("lasts", p.term):any() end,
          no = "no exclusivity and no non-compete of that size lasts more than {term}",
        },
        {
          "an exclusivity or non-compete of that size has no end on file",
          function(s, p) return s.duties:over("percent", p.most):where { to = false }:any() end,
          no = "no exclusivity and no non-compete of that size is without end",
        },
        {
          "a spending commitment of that size lasts more than {term}",
          function(s, p) return s.spending:over("percent", p.most):over("lasts", p.term):any() end,
          no = "no spending commitment of that size lasts more than {term}",
        },
        {
          "a spending commitment of that size has no end on file",
          function(s, p) return s.spending:over("percent", p.most):where { to = false }:any() end,
          no = "no spending commitment of that size is without end",
        },
        {
          "several of that length come to that size together",
          all = {
            several("lasting", "several are on file, and those that last more than {term} are {lasting} of its needs if they add up"),
            add_up(),
          },
          no = "several of that length do not come to that size together",
        },
      },
      no = "no duty of more than {most} of the needs of {grantor} lasts more than {term}",
    },
  },

  unless = {
    {
      "{grantor} may leave on notice of no more than {notice}",
      function(s, p)
        for duty in that_bind(s, p, s.duties) do
          if duty.notice > p.notice then return false end
        end
        -- lint: allow loop-for-none: it asks of each duty on file, and the elements need one
        for duty in that_bind(s, p, s.spending) do
          if duty.notice > p.notice then return false end
        end
        return true
      end,
    },
  },

  advice = "Ask whether the term renews itself, what leaving costs, whether {grantor} sells from premises of {holder}, whom {holder} "
    .. "designated beside itself (x-designated-supplier) and whether several commitments are for the same needs "
    .. "(x-commitments-add-up). Only the clause loses the exemption.",
}
