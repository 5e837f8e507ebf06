-- expect: lesson.lua:4: no_manikin of cpr.coach: has to be "key" or
return {
  api = 1, id = "probe", minutes = 1,
  run = function() cpr.coach { seconds = 30, no_manikin = { scene = "press" } } end,
}
