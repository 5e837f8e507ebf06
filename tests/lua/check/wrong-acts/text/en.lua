return { title = "T", summary = "S", where = "Where?", one = "One", two = "Two", three = "Three",
         four = "Four", because = "Because", why = "Why", help = "Call 120",
         myth_true = "True", myth_false = "False" }
