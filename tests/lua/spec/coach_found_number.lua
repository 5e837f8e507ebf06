-- expect: lesson.lua:4: cpr.coach: too_deep has to be a text in quotes, not number
return {
  api = 1, id = "probe", minutes = 1,
  run = function() cpr.coach { seconds = 30, too_deep = 60 } end,
}
