-- expect: lesson.lua:5: card.show: text has to be a text in quotes, not number
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { text = 5 }
  end,
}
