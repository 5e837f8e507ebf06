-- expect: lesson.lua:5: attempt to call a nil value (field 'tell')
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.tell { text = "hello" }
  end,
}
