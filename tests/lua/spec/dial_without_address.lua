-- expect: lesson.lua:5: call.dial: address = { ... } is missing
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    call.dial { text = "hello", number = "120", what = { "a", "b", right = 1 } }
  end,
}
