-- expect: lesson.lua:5: cpr.test: breaths has to be true or false, not number
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    cpr.test { seconds = 60, breaths = 2 }
  end,
}
