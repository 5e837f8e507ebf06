-- expect: there is nothing called "coroutine"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    coroutine.wrap(function() while true do end end)()
    card.show { text = "hello" }
  end,
}
