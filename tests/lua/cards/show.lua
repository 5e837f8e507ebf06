-- answer: none
return { api = 1, id = "probe", minutes = 1, run = function()
  card.show { text = "hello", value = 110, source = "NHC 2024" }
end }
