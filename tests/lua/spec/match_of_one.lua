-- expect: lesson.lua:5: card.match: needs at least two pairs
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.match { text = "hello", { "a", "b" } }
  end,
}
