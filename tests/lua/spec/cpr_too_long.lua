-- expect: lesson.lua:5: cpr.test: seconds has to be a number from 5 to 600
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    cpr.test { seconds = 601 }
  end,
}
