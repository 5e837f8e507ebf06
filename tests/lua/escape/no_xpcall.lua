-- expect: there is nothing called "xpcall"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    xpcall(function() end, function() end)
    card.show { text = "hello" }
  end,
}
