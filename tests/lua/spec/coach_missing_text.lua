-- expect: lesson.lua:4: there is no text "well_pressed" in text/en.lua
return {
  api = 1, id = "probe", minutes = 1,
  run = function() cpr.coach { seconds = 30 } end,
}
