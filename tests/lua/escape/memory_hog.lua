-- expect: needs more memory
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local all = {}
    for i = 1, 5000 do all[i] = { i .. ("x"):rep(9990) } end
    card.show { text = "hello" }
  end,
}
