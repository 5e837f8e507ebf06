-- expect: lesson.lua:5: card.ask: needs at least two answers to choose from
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.ask { text = "hello", "a" }
  end,
}
