-- expect: lesson.lua:5: card.ask: has more than 6 entries in its list
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.ask { text = "hello", "a", "b", "c", "d", "e", "f", "yes" }
  end,
}
