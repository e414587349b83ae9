return { id = "pack/rule", title = "ÐÝß
