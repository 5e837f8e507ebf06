return {
  api = 1, id = "no-manikin", minutes = 1,
  run = function()
    card.ask { text = "hello", "yes", "no" }
    local result = cpr.practice { seconds = 30, guideline = "adult" }
    card.show { text = "help", value = result.score * 1, unit = "points" }
  end,
}
