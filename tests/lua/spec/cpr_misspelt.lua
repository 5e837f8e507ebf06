-- expect: lesson.lua:6: a result has no "mean_rate"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local result = cpr.practice { seconds = 30 }
    card.show { text = "hello", value = result.mean_rate }
  end,
}
