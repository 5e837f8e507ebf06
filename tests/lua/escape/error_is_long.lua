-- expect: lesson.lua:5: xxxxxxxxxx
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    error(("x"):rep(10000))
    card.show { text = "hello" }
  end,
}
