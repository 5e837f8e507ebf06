return {
  api = 1, id = "texts", minutes = 1,
  unsigned = { "hello", "gone" },
  quiz = {
    { ask = "hello", "yes", "no", right = 1,
      why = "help" },
    { ask = "only_chinese", "yes", "no", right = 1 },
  },
  run = function()
    if card.ask { text = "hello", scene = "press", "yes", "no", "help", right = 1 } then
      card.show { text = "unwritten", scene = "pres" }
    end
    quiz.run { take = 1 }
  end,
}
