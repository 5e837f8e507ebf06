-- expect: there is nothing called "debug"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    debug.sethook()
    card.show { text = "hello" }
  end,
}
