-- failed 4: a share is of an entity, or of a list of them, not of market
return require "harmless" { id = "hostile/misuse-share-of-a-market", test = function(s, p, case)
  local m = case:product "cloud-infrastructure"
  return m:share(m) > m:share(m) end }
