-- expect: lesson.lua:5: "count" is not declared; write local count
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    count = 1
    card.show { text = "hello" }
  end,
}
