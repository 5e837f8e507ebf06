-- answer: play
return { api = 1, id = "probe", minutes = 1, run = function()
  local put_out = fire.extinguish { text = "hello", fire = "electric" }
  card.show { text = put_out.done and "yes" or "no" }
end }
