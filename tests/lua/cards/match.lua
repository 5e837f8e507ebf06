-- answer: order of 3
return { api = 1, id = "probe", minutes = 1, run = function()
  local right = card.match { text = "hello", { "a", "b" }, { "c", "d" }, { "e", "f" } }
  card.show { text = right and "yes" or "no" }
end }
