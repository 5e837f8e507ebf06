-- expect: lesson.lua:5: card.order: needs at least two things to put in order
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.order { text = "hello", "a" }
  end,
}
