-- expect: lesson.lua:7: a list has at most 1000 entries
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local far = {}
    for i = 0, 62 do far[1 << i] = 1; far[(1 << i) + 1] = 1 end
    table.insert(far, 1, "x")
    card.show { text = "hello" }
  end,
}
