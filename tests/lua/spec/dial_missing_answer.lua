-- expect: lesson.lua:5: there is no text "nowhere" in text/en.lua
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    call.dial { text = "hello", number = "120", address = { "a", "nowhere", right = 1 } }
  end,
}
