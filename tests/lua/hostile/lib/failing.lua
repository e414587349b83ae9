local f return { f() }
