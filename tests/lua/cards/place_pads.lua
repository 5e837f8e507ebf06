-- answer: play
return { api = 1, id = "probe", minutes = 1, run = function()
  local pads = aed.place_pads { text = "hello", wet = true, hair = true }
  card.show { text = pads.done and "yes" or "no" }
end }
