-- refused: exactly and below take the name of a role here
return { id = "hostile/load-asks-a-quantity", x = exactly(null) }
