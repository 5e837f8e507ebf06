-- expect: there is nothing called "collectgarbage"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    collectgarbage("stop")
    card.show { text = "hello" }
  end,
}
