return {
  api = 1, id = "counts-for-ever", topic = "history", minutes = 1,
  run = function()
    local tries = 0
    repeat
      tries = tries + 1
      card.show { text = "help" }
    until card.ask { text = "hello", "yes", "no", right = 1 }
  end,
}
