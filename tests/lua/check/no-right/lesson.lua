return {
  api = 1, id = "no-right", minutes = 1,
  quiz = {
    { ask = "hello", "yes", "no", right = 2 },
    { ask = "help", "yes", "no" },
  },
  run = function()
    quiz.run()
  end,
}
