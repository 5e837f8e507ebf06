-- expect: lesson.lua:7: invalid order function
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local list = {}
    for i = 1, 500 do list[i] = i end
    table.sort(list, function() return true end)
    card.show { text = "hello" }
  end,
}
