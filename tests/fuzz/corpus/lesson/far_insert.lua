-- expect: lesson.lua:7: bad argument #1 to 'insert'
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local far = {}
    for i = 0, 62 do far[1 << i] = 1; far[(1 << i) + 1] = 1 end
    table.insert(far, 1, "x")
    card.show { text = "hello" }
  end,
}
