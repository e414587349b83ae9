-- refused 2: a text with a zero byte in it
return require "shelf\0.txt"
