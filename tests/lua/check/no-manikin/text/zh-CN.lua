return {
  points = "分", title = "试",
  summary = "试一试",
  hello = "你好",
  yes = "是",
  no = "不是",
  help = "打120",
}
