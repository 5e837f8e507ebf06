-- expect: lesson.lua:6: ran for 1000000 steps
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local put_out = fire.extinguish { text = "hello", fire = "pan" }
    while put_out.done do end
  end,
}
