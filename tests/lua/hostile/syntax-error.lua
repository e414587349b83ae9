-- refused 4: unexpected symbol near '='
return {
  id = "hostile/syntax-error",
  = 1,
}
