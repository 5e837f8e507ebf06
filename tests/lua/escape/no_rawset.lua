-- expect: there is nothing called "rawset"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    rawset(_ENV, "x", 1)
    card.show { text = "hello" }
  end,
}
