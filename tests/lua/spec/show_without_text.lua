-- expect: lesson.lua:5: card.show: text = "..." is missing
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { scene = "press" }
  end,
}
