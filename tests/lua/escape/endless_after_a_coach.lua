-- expect: lesson.lua:6: ran for 1000000 steps
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local result = cpr.coach { seconds = 30, well_pressed = "hello" }
    while result.pass do end
  end,
}
