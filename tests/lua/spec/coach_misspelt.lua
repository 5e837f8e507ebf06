-- expect: lesson.lua:4: cpr.coach: there is no "to_deep" here; it takes seconds, guideline, breaths, text, scene, source, no_manikin
return {
  api = 1, id = "probe", minutes = 1,
  run = function() cpr.coach { seconds = 30, to_deep = "hello" } end,
}
