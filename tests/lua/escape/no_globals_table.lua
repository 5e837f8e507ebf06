-- expect: there is nothing called "_G"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    _G.card = nil
    card.show { text = "hello" }
  end,
}
