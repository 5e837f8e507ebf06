return {
  api = 1, id = "guideline", minutes = 1,
  run = function()
    cpr.practice { seconds = 30, guideline = "aha-2025/child" }
    cpr.test { seconds = 30, guideline = "adlut" }
    card.show { text = "help" }
  end,
}
