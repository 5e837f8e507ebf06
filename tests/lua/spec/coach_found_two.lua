-- expect: lesson.lua:4: not_released of cpr.coach: has more than 1 entries
return {
  api = 1, id = "probe", minutes = 1,
  run = function() cpr.coach { seconds = 30, not_released = { "hello", "a" } } end,
}
