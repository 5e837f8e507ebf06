-- expect: lesson.lua:6: how it was played has no "people"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local called = call.dial { text = "hello", number = "120", address = { "a", "b", right = 1 } }
    assert(called.people)
  end,
}
