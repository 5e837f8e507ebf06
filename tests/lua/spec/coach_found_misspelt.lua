-- expect: lesson.lua:4: too_slow of cpr.coach: there is no "unit" here
return {
  api = 1, id = "probe", minutes = 1,
  run = function() cpr.coach { seconds = 30, too_slow = { "hello", unit = "a" } } end,
}
