return { title = "T", summary = "S", fast = "You pressed", a_minute = "pushes a minute",
         who = "Who fetches it?", one = "One", all = "All", help = "Call 120" }
