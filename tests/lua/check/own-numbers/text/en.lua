return { mm = "mm", title = "T", summary = "S", slow = "Faster", help = "Call 120" }
