-- expect: lesson.lua:5: card.ask: number 2 of its list is missing
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.ask { text = "hello", "a", nil, "c" }
  end,
}
