-- expect: lesson.lua:5: fire.extinguish: fire has to be "pan", "paper" or "electric"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    fire.extinguish { fire = "forest" }
  end,
}
