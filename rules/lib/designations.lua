--- Firms that an authority has named: gatekeepers of the Digital Markets Act, firms of s. 19a GWB, firms with strategic
--- market status. A file may record a designation itself, as a proceeding of the own type x-designation; the firms that
--- were named by name are known here too, by the ids that the shipped files use.
local designations = {}

--- Named on 6 September 2023; Booking, by the param that counts 1 from its day on, on 13 May 2024.
designations.gatekeepers = {
  { id = "alphabet", since = false }, { id = "google", since = false }, { id = "amazon", since = false },
  { id = "apple", since = false }, { id = "bytedance", since = false }, { id = "meta", since = false },
  { id = "microsoft", since = false }, { id = "booking", since = "booking_named" },
}

--- Adds the param that `gatekeepers` asks for.
---@param params table
---@return table params
function designations.gatekeeper_params(params)
  params.booking_named = {
    by_date = { { 0 }, { 1, from = "2024-05-13", source = "eu-dma-designations" } }, "count", "named on 13 May 2024",
  }
  return params
end

--- s. 19a GWB: id, and the param that counts 1 from the day on which it was named.
designations.paramount = {
  { id = "microsoft", since = "microsoft_named" }, { id = "google", since = "alphabet_named" },
  { id = "alphabet", since = "alphabet_named" }, { id = "meta", since = "meta_named" },
  { id = "amazon", since = "amazon_named" }, { id = "apple", since = "apple_named" },
}

--- Strategic market status in the United Kingdom.
designations.strategic = {
  { id = "google", since = "google_named" }, { id = "alphabet", since = "google_named" },
  { id = "apple", since = "apple_named" },
}

--- Is the entity with the id on file, and of the group of the firm?
local function is_one_of_the_group(case, id, firm)
  for entity in case:entities { id = id } do
    if entity:same_group(firm) then return true end
  end
  return false
end

--- The file records that an authority of one of the seats named the firm.
local function recorded(role, seats, what, text, no)
  return {
    text,
    function(s, _, case)
      local authorities = case:entities { form = "agency", jurisdiction = seats }
      return case:proceedings { type = "x-designation", authority = authorities, against = s[role] }:any()
    end,
    no = no .. what,
  }
end

--- A firm has been named, by a record of the file or by a list.
---@param role string
---@param seats string|string[] where the authority is seated
---@param what string what it was named, "a gatekeeper"
---@param list table list of { id =, since = param that counts 1 once it was named; false: all along }
---@return Element
function designations.named(role, seats, what, list)
  local firm = "{" .. role .. "}"
  return {
    firm .. " has been named " .. what,
    any = {
      recorded(role, seats, what, "the file records that " .. firm .. " was named " .. what,
        "the file does not record that " .. firm .. " was named "),
      {
        firm .. " is among the firms that were named " .. what,
        function(s, p, case)
          for _, one in ipairs(list) do
            local named = not one.since or p[one.since] > 0
            if named and is_one_of_the_group(case, one.id, s[role]) then return true end
          end
          return false
        end,
        no = firm .. " is not among the firms that were named " .. what,
      },
    },
    no = firm .. " has not been named " .. what,
  }
end

return designations
