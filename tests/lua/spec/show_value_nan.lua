-- expect: lesson.lua:5: card.show: value has to be a number from
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { text = "hello", value = 0 / 0 }
  end,
}
