-- expect: lesson.lua:5: card.show: has a key that is neither a name nor a plain list
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { text = "hello", [true] = 1 }
  end,
}
