local t = {
  = 1
}
