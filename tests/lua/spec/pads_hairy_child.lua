-- expect: lesson.lua:5: aed.place_pads: a child has no hair on the chest
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    aed.place_pads { child = true, hair = true }
  end,
}
