-- expect: lesson.lua:5: card.ask: answer 1: has to be { "key", why = "...", shows = "..." }
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.ask { text = "hello", { why = "because" }, "b", right = 2 }
  end,
}
