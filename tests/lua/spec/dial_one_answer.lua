-- expect: lesson.lua:5: what of call.dial: needs two to 4 answers and right
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    call.dial { text = "hello", number = "120", address = { "a", "b", right = 1 }, what = { "a", right = 1 } }
  end,
}
