-- expect: lesson.lua:5: there is no text "a_mintue" in text/en.lua
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { text = "hello", value = 110, unit = "a_mintue" }
  end,
}
