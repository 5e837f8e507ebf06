-- expect: card.ask cannot wait for the visitor inside another call
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    table.sort({ 3, 2, 1 }, function() return card.ask { text = "hello", "yes", "no" } end)
    card.show { text = "hello" }
  end,
}
