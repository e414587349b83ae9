return { 'a fact' }
