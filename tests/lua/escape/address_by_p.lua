-- expect: %p is not for lessons
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local s = string.format("%5p", "x")
    card.show { text = "hello" }
  end,
}
