return {
  title = "结束", summary = "打120，用力快按，救护车来之前不要停。",
  press = "按胸口中央。",
}
