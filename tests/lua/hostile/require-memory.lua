-- refused: more memory than a rule may use
return require "greedy"
