-- expect: there is nothing called "package"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    package.loadlib("x", "y")
    card.show { text = "hello" }
  end,
}
