-- expect: at most 1000 entries
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local far = {}
    for i = 0, 62 do far[1 << i] = 1; far[(1 << i) + 1] = 1 end
    table.remove(far, 1)
    card.show { text = "hello" }
  end,
}
