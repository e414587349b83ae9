-- failed 3: exactly and below do not stand in one list with others, for 'holder'
return require "harmless" { id = "hostile/misuse-a-mixed-list-of-ranges-in-a-test", test = function(s, p, case)
  return case:agreements { holder = { exactly(s.investor), s.developer } }:any() end }
