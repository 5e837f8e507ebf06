-- answer: order of 4
return { api = 1, id = "probe", minutes = 1, run = function()
  local right = card.order { text = "hello", "a", "b", "c", "d", why = "because" }
  card.show { text = right and "yes" or "no" }
end }
