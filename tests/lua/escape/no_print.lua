-- expect: there is nothing called "print"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    print("x")
    card.show { text = "hello" }
  end,
}
