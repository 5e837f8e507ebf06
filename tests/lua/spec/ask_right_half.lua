-- expect: lesson.lua:5: card.ask: right has to be a whole number from 1 to 2
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.ask { text = "hello", "a", "b", right = 1.5 }
  end,
}
