-- answer: choice of 3
return { api = 1, id = "probe", minutes = 1, run = function()
  local right = card.ask { text = "hello", "a", "b", "c", right = 2, why = "because" }
  card.show { text = right and "yes" or "no" }
end }
