return {
  title = "每种卡片", summary = "先看安全，再打120，在胸口正中央用力快按。",
  order = "先做什么，后做什么？", look = "看安全", shout = "叫叫他", call = "打120", push = "胸外按压",
  match = "谁需要什么？", no_breath = "没有呼吸", blood = "在流血", wound = "压住伤口", choking = "噎住了", back = "拍背",
  myth = "按错了会害了他，不如什么都不做。", myth_true = "真的", myth_false = "假的",
  why = "车流、电线、烟火、积水：你安全了，才能救他。什么都不做，他一定救不回来。",
  first_time = "你是第一次学吗？", yes = "是", no = "不是",
  value = "你的速度，每分钟按压次数", practise = "跪下来，按十秒。",
}
