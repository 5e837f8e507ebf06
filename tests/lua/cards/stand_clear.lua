-- answer: play
return { api = 1, id = "probe", minutes = 1, run = function()
  local stood = aed.stand_clear { text = "hello", child = true }
  card.show { text = stood.clear and "yes" or "no" }
end }
