return { mm = "毫米", title = "题", summary = "说", slow = "快一点", help = "打120" }
