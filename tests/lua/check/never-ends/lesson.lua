return {
  api = 1, id = "never-ends", topic = "history", minutes = 1,
  run = function()
    while true do
      card.ask { text = "hello", "yes", "no" }
      card.show { text = "help" }
    end
  end,
}
