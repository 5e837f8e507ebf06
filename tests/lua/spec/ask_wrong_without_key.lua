-- expect: lesson.lua:5: answer 1 of card.ask: has to be { "key", why = "...", shows = "..." }
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.ask { text = "hello", { why = "because" }, "b", right = 2 }
  end,
}
