-- expect: ran for 1000000 steps
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    for i = 1, math.huge do local s = ("x"):rep(10000):upper() end
    card.show { text = "hello" }
  end,
}
