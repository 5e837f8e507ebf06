-- expect: attempt to call a nil value (field 'dump')
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    string.dump(function() end)
    card.show { text = "hello" }
  end,
}
