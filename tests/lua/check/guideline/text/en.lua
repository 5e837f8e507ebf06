return { title = "T", summary = "S", help = "Call 120" }
