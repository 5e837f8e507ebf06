return {
  api = 1, id = "broken-texts", topic = "history", minutes = 1,
  run = function()
    card.ask { text = "hello", "yes", "no", "help" }
  end,
}
