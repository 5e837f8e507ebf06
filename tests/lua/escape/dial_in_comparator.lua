-- expect: call.dial cannot wait for the visitor inside another call
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    table.sort({ 3, 2, 1 }, function()
      return call.dial { text = "hello", number = "120", address = { "a", "b", right = 1 } }.done
    end)
  end,
}
