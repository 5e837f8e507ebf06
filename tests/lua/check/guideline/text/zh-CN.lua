return { title = "题", summary = "说", help = "打120" }
