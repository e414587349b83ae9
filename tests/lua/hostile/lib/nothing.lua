local kept = 1
