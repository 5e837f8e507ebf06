-- answer: none
return { api = 1, id = "probe", minutes = 1, run = function()
  card.show { text = "hello", value = 110, unit = "yes", source = "NHC 2024" }
end }
