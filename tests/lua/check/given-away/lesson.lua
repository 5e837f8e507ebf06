return {
  api = 1, id = "given-away", minutes = 1,
  run = function()
    card.show { text = "fast", value = 110 } -- of what?
    card.show { text = "fast", value = 110, unit = "a_minute" }
    card.ask {
      scene = "fetch-aed", text = "who", "one", "all", -- the picture answers
      right = 1,
    }
    card.ask { scene = "press", text = "who", "one", "all", right = 1 }
    card.ask { scene = "fetch-aed", text = "who", "one", "all" } -- nothing is right
    card.show { text = "help" }
  end,
}
