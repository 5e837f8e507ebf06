-- expect: lesson.lua:5: call.dial: address needs answers in braces
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    call.dial { text = "hello", number = "120", address = "a" }
  end,
}
