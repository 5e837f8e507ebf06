-- answer: play
return { api = 1, id = "probe", minutes = 1, run = function()
  local called = call.dial { text = "hello", number = "120",
    address = { "a", "b", right = 2, why = "because" }, what = { "c", "d", "e", right = 1 } }
  card.show { text = called.done and "yes" or "no" }
end }
