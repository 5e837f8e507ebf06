-- expect: lesson.lua:5: string.rep repeats at most 10000 times
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local s = string.rep("x", 1e9)
    card.show { text = "hello" }
  end,
}
