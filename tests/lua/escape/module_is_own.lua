-- expect: lesson.lua:6: attempt to call a number value (field 'dial')
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    call.dial = 120
    call.dial { text = "hello" }
  end,
}
