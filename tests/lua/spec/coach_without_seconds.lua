-- expect: lesson.lua:4: cpr.coach: seconds has to be a number from 5 to 600
return {
  api = 1, id = "probe", minutes = 1,
  run = function() cpr.coach { text = "hello" } end,
}
