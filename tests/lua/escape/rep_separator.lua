-- expect: needs more memory
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local s = ("x"):rep(10000, ("y"):rep(10000))
    card.show { text = "hello" }
  end,
}
