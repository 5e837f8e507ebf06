-- expect: there is nothing called "loadstring"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    loadstring("x = 1")()
    card.show { text = "hello" }
  end,
}
