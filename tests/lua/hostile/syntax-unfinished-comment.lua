-- refused 4: unfinished long comment
--[==[ return { id = "hostile/syntax-unfinished-comment" }
]=]
