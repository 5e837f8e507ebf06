-- expect: lesson.lua:5: card.myth: right has to be true or false
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.myth { text = "hello" }
  end,
}
