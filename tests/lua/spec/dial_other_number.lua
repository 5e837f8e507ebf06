-- expect: lesson.lua:5: call.dial: number has to be "120", "119", "110" or "122"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    call.dial { text = "hello", number = "911", address = { "a", "b", right = 1 } }
  end,
}
