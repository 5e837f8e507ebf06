-- answer: choice of 2
return { api = 1, id = "probe", minutes = 1, run = function()
  local right = card.myth { text = "hello", right = false, why = "because" }
  card.show { text = right and "yes" or "no" }
end }
