return {
  title = "没有次序",
  summary = "每次都不一样",
  which = "哪一个？",
  a = "甲",
  b = "乙",
}
