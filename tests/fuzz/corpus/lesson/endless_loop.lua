-- expect: lesson.lua:5: ran for 1000000 steps
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    while true do end
    card.show { text = "hello" }
  end,
}
