return {
  api = 1, id = "wrong-acts", minutes = 1,
  quiz = {
    { ask = "where", scene = "hand-place",
      "one", { "two", why = "because", shows = "hand-belly" }, right = 1 },
  },
  run = function()
    card.ask { scene = "hand-place", text = "where",
      { "one", why = "because", shows = "hands-left" }, -- this one is right
      { "two", why = "because", shows = "hands-belly" }, right = 1, why = "why" }
    card.ask { text = "where", "one", -- no picture
      { "two", why = "because", shows = "hands-belly" }, right = 1 }
    card.ask { scene = "fetch-aed", text = "where", "one",
      { "two", why = "because", shows = "leave-him" }, right = 1 }
    card.ask { scene = "press", text = "where", "one",
      { "two", why = "because", shows = "press" }, -- what is right
      { "three", why = "because", shows = "slap-face" }, -- of another scene
      { "four", why = "because", shows = "dance" }, right = 1 }
    card.ask { scene = "hand-place", text = "where", "one",
      { "two", shows = "hands-belly" }, -- says nothing
      { "three", why = "why", shows = "hands-belly" }, -- twice, and the card's reason
      right = 1, why = "why" }
    card.ask { scene = "press", text = "where", "one",
      { "two", why = "because", shows = "press-deep" } } -- nothing is right
    card.ask { scene = "look-breathing", text = "where", "one",
      { "two", why = "unwritten", shows = "let-him-sleep" }, right = 1 }
    card.myth { scene = "press", text = "where", right = true, why = "why",
      wrong = { shows = "stop-presing" } }
    card.ask { scene = "hand-palce", text = "where", "one",
      { "two", why = "because", shows = "hands-belly" }, right = 1 }
    card.ask { scene = "hands-left", text = "where", "one", "two", right = 1 }
    card.ask { text = "where", "one", -- no picture, and nothing any picture shows
      { "two", why = "because", shows = "dance" }, right = 1 }
    quiz.run()
    card.show { text = "help" }
  end,
}
