-- answer: none
return { api = 1, id = "probe", minutes = 1, run = function()
  card.praise { text = "hello" }
end }
