return { title = "题", summary = "说", where = "在哪里？", one = "一", two = "二", three = "三",
         four = "四", because = "因为", why = "为什么", help = "打120",
         myth_true = "真的", myth_false = "假的" }
