-- expect: at most 1000 entries
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local list = {}
    for i = 1, 5000 do list[i] = -i end
    table.sort(list)
    card.show { text = "hello" }
  end,
}
