-- answer: play
return { api = 1, id = "probe", minutes = 1, run = function()
  local shock = aed.shock { text = "hello" }
  card.show { text = shock.press and "yes" or "no" }
end }
