-- expect: string.rep repeats at most 10000 times
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local s = (""):rep(1e18)
    card.show { text = "hello" }
  end,
}
