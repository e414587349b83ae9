--- Firms that an authority has named: gatekeepers of the Digital Markets Act, firms of s. 19a GWB, firms with strategic
--- market status. A file may record a designation itself, as a proceeding; the firms that were named by name are known
--- here too, by what they are called.
---
--- A param of a list counts 0 before the naming has effect, 1 while it stands, and 2 when its term is over: whether the
--- firm was named again is then open, until the file says so.
local designations = {}

--- What a file calls a designation. The own word is older than the word.
local NAMING = { "designation", "x-designation" }

--- A param for one naming.
---@param first string the first day on which it has effect
---@param over string? the day after its last; none: it stands until it is repealed
---@param source string id
---@param reason string
---@return Param count
function designations.naming(first, over, source, reason)
  local rows = { { 0 }, { 1, from = first, source = source } }
  if over then table.insert(rows, { 2, from = over, source = source }) end
  return { by_date = rows, "count", reason }
end

--- Art. 3 DMA: each firm with the param of its naming. Names have their legal form, since a firm of another form is another
--- ("Meta AG"); a file may leave it out. A name that begins with a mark, and is none of these, raises a question.
designations.gatekeepers = {
  { names = { "Alphabet Inc.", "Google LLC", "Google Inc." }, marks = { "Alphabet", "Google" }, named = "first_six_named" },
  { names = { "Amazon.com, Inc." }, marks = { "Amazon" }, named = "first_six_named" },
  { names = { "Apple Inc." }, marks = { "Apple" }, named = "first_six_named" },
  { names = { "ByteDance Ltd.", "TikTok Ltd.", "TikTok Inc." }, marks = { "ByteDance", "TikTok" }, named = "first_six_named" },
  { names = { "Meta Platforms, Inc.", "Meta Inc.", "Facebook, Inc." }, marks = { "Meta", "Facebook" }, named = "first_six_named" },
  { names = { "Microsoft Corporation" }, marks = { "Microsoft" }, named = "first_six_named" },
  { names = { "Booking Holdings Inc.", "Booking.com B.V." }, marks = { "Booking" }, named = "booking_named" },
}

--- Adds the params that `gatekeepers` asks for. A gatekeeper stays one until the Commission repeals it: the review every
--- three years ends nothing by itself.
---@param params table
---@return table params
function designations.gatekeeper_params(params)
  params.first_six_named = designations.naming("2023-09-06", nil, "eu-dma-designations", "named on 6 September 2023; no last day")
  params.booking_named = designations.naming("2024-05-13", nil, "eu-dma-designations", "named on 13 May 2024; no last day")
  return params
end

--- s. 19a GWB: the firms, with the params of lib/paramount_status.lua.
designations.paramount = {
  { names = { "Alphabet Inc.", "Google LLC", "Google Inc." }, marks = { "Alphabet", "Google" }, named = "alphabet_named" },
  { names = { "Meta Platforms, Inc.", "Meta Inc.", "Facebook, Inc." }, marks = { "Meta", "Facebook" }, named = "meta_named" },
  { names = { "Amazon.com, Inc." }, marks = { "Amazon" }, named = "amazon_named" },
  { names = { "Apple Inc." }, marks = { "Apple" }, named = "apple_named" },
  { names = { "Microsoft Corporation" }, marks = { "Microsoft" }, named = "microsoft_named" },
}

--- Strategic market status in the United Kingdom, with the params of lib/strategic_status.lua.
designations.strategic = {
  { names = { "Google LLC", "Google Inc.", "Alphabet Inc." }, marks = { "Google", "Alphabet" }, named = "google_named" },
  { names = { "Apple Inc." }, marks = { "Apple" }, named = "apple_named" },
}

--- Is one of a group's firms called by one of the names?
local function is_called(group, names)
  local found = false
  for _ in group:called(names) do found = true end
  return found
end

--- The names of all firms on a list.
local function names_on(list)
  local all = {}
  for _, one in ipairs(list) do
    for _, name in ipairs(one.names) do table.insert(all, name) end
  end
  return all
end

--- The designations of a firm that the file records, by authorities of some seats.
local function recorded(case, seats, firm)
  return case:proceedings {
    type = NAMING, authority = case:entities { form = "agency", jurisdiction = seats }, against = firm,
  }
end

--- How the outcome of a record begins, by its first six letters, where the firm was not named, and where it was named and the
--- naming is undone. Any other outcome leaves the naming as it is.
local REFUSED = { "reject", "Reject", "refuse", "Refuse", "declin", "Declin" }
local UNDONE = {
  "annull", "Annull", "quashe", "Quashe", "repeal", "Repeal", "revoke", "Revoke", "withdr", "Withdr", "expire", "Expire",
  "lapsed", "Lapsed",
}

--- Are two texts the same? A rule has no ==, which would decide silently of values that may be unknown.
local function same_text(a, b)
  if a <= b then return a >= b end
  return false
end

--- Is a text one of some?
local function is_one(text, words)
  for _, word in ipairs(words) do
    if same_text(text, word) then return true end
  end
  return false
end

--- Does the outcome on file begin with one of the words?
local function came_to(naming, words)
  if not naming:has { outcome = true } then return false end
  return is_one(naming.outcome:sub(1, 6), words)
end

--- Was the firm named and is no longer: the last day is on file and past, or without one the outcome says so?
local function has_ended(naming, day)
  if naming:has { to = true } then return naming.to < day end
  return came_to(naming, UNDONE)
end

--- Whether the firm was named again: open, but where every proceeding is on file.
local function named_again(namings, day) return not namings:since(day):none() end

--- The file records that an authority named the firm, and the naming stands.
local function by_record(o, firm)
  return {
    "the file records that " .. firm .. " was named " .. o.what,
    function(s, p, case)
      local view = o.day and case:at(s[o.day]) or case
      local namings, over = recorded(view, o.seats, s[o.role]), false
      for naming in namings do
        if not came_to(naming, REFUSED) and not has_ended(naming, view.as_of) then
          if not o.term then return true end
          if view.as_of <= naming.from + p[o.term] then return true end
          over = true
        end
      end
      if over then return named_again(namings, view.as_of) end
      return false
    end,
    no = "the file does not record that " .. firm .. " is named " .. o.what,
  }
end

--- Does the file record a naming of the firm that has ended? It knows more than the list.
local function ended_by_record(namings, day)
  for naming in namings:where { to = true } do
    if has_ended(naming, day) then return true end
  end
  for naming in namings:where { outcome = true } do
    if has_ended(naming, day) then return true end
  end
  return false
end

--- The firm is on the list, and its naming stands.
local function by_list(o, firm)
  return {
    firm .. " is among the firms that are named " .. o.what,
    function(s, p, case)
      local view = o.day and case:at(s[o.day]) or case
      local group = view:entities { id = s[o.role] }
      if not is_called(group, o.names) then return false end
      for _, one in ipairs(o.list) do
        -- who it is comes first: of a firm that is not on the list a report says no more than that
        if is_called(group, one.names) and p[one.named] > 0 then
          local namings = recorded(view, o.seats, s[o.role])
          if ended_by_record(namings, view.as_of) then return false end
          if p[one.named] < 2 then return true end
          return named_again(namings, view.as_of) -- its term is over: another may be missing from the file
        end
      end
      return false
    end,
    no = firm .. " is not among the firms that are named " .. o.what .. ", or no longer",
  }
end

--- Does a name begin with one of some marks, as "Google Ireland Limited" and "Google AG" do with "Google"?
local function begins_with(text, marks)
  for _, mark in ipairs(marks) do
    if same_text(text:sub(1, #mark), mark) then
      if is_one(text:sub(#mark + 1, #mark + 1), { " ", ".", ",", "-" }) then return true end
    end
  end
  return false
end

--- The firm's name begins with the mark of a firm on the list, and nobody is on file as controlling it: whether the two are one
--- undertaking is a question that the name raises and the file does not answer.
local function by_name(o, firm)
  return {
    firm .. " belongs to a firm that is named " .. o.what .. ", as its name suggests",
    function(s, p, case)
      local view, one_of = o.day and case:at(s[o.day]) or case, s[o.role]
      if not one_of:has { name = true } then return false end
      for _, one in ipairs(o.list) do
        if begins_with(one_of.name, one.marks) then
          if is_called(view:entities { id = one_of }, one.names) then return false end -- asked above
          if p[one.named] > 0 then
            local holders = view:holdings { entity = one_of, control = { "sole", "joint" } }
            if holders:any() then return false end
            return not holders:none()
          end
        end
      end
      return false
    end,
    no = "nothing in the name of " .. firm .. " suggests that it belongs to such a firm",
  }
end

--- A firm has been named, by a record of the file or by a list, and the naming stands on the day of the law.
---@param o table role; seats: where the authority is seated; what it was named, "a gatekeeper"; list; day: the figure that
--- the rule's `law_at` gives too, absent: the day asked; term: the param for how long a recorded naming lasts, absent: no end
---@return Element
function designations.named(o)
  local made = {
    role = o.role, seats = o.seats, what = o.what, list = o.list, names = names_on(o.list), day = o.day or false, term = o.term or false,
  }
  local firm = "{" .. o.role .. "}"
  return {
    firm .. " has been named " .. o.what,
    any = { by_record(made, firm), by_list(made, firm), by_name(made, firm) },
    no = firm .. " has not been named " .. o.what,
  }
end

return designations
