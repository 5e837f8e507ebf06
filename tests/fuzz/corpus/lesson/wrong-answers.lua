return {
  api = 1, id = "probe", minutes = 1,
  quiz = { { ask = "a", scene = "press", "yes", { "no", why = "because", shows = "press-deep" },
             right = 1, why = "pick" } },
  run = function()
    card.ask { scene = "hand-place", text = "hello", { "a", why = "because", shows = "hands-left" },
               "b", { "c", shows = "hands-belly" }, { "d", why = "because" }, { "e" },
               right = 2, why = "pick", source = "ERC 2021" }
    card.myth { scene = "press", text = "hello", right = true, why = "pick",
                wrong = { why = "because", shows = "stop-pressing" } }
    quiz.run()
  end,
}
