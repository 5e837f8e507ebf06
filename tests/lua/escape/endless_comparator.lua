-- expect: ran for 1000000 steps
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    table.sort({ 3, 2, 1 }, function() while true do end end)
    card.show { text = "hello" }
  end,
}
