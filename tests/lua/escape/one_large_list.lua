-- expect: needs more memory
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local list = {}
    for i = 1, 1e9 do list[i] = i end
    card.show { text = "hello" }
  end,
}
