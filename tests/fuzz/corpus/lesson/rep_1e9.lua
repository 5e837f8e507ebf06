-- expect: lesson.lua:5: bad argument #2 to 'rep'
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local s = string.rep("x", 1e9)
    card.show { text = "hello" }
  end,
}
