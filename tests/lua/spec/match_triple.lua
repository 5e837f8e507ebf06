-- expect: lesson.lua:5: card.match: pair 2 has to be { "this", "that" }
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.match { text = "hello", { "a", "b" }, { "c" } }
  end,
}
