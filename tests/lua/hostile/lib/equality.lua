-- what a rule may not write, a library may not
return function(a, b) return a == b end
