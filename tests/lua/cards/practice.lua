-- answer: run
return { api = 1, id = "probe", minutes = 1, run = function()
  local result = cpr.practice { text = "hello", seconds = 10, breaths = true }
  card.show { text = result.measured and "a" or "b" }
end }
