-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  quiz = {
    { ask = "a", "yes", { "no", why = "because", shows = "hands-belly" }, right = 1 },
  },
  run = function()
    local ok, choice = card.ask {
      scene = "hand-place", text = "hello", "a",
      { "pick", why = "because", shows = "hands-belly" }, { "c" }, right = 3,
    }
    assert(ok == false and choice == 2)
    card.myth { scene = "press", text = "hello", right = false,
                wrong = { why = "because", shows = "stop-pressing" } }
    quiz.run()
  end,
}
