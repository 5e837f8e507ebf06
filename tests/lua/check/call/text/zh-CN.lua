return {
  title = "打电话", summary = "打电话求助。", he_fell = "他没有反应。", house = "三组 12 号", nowhere = "在家里",
  they_search = "说不清，车找不到。", nothing = "快点来", ask_what = "怎么了？",
  long = "他早上起来说有点不舒服，吃了早饭以后坐在门口晒太阳，刚才突然就没有反应了，也没有呼吸，你们快来吧，我一个人在这里，实在不知道怎么办才好",
}
