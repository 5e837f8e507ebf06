return { title = "题", summary = "说", fast = "你每分钟按", a_minute = "次",
         who = "谁去拿？", one = "一个人", all = "大家", help = "打120" }
