-- expect: attempt to call a nil value (field 'move')
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    table.move({}, 1, 1e15, 1)
    card.show { text = "hello" }
  end,
}
