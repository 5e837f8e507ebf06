-- expect: lesson.lua:7: fire.extinguish: fire has to be a text in quotes, not table
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local looped = {}
    looped.fire, looped.text = looped, "hello"
    fire.extinguish(looped)
  end,
}
