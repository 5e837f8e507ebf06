-- expect: there is nothing called "require"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    require("io")
    card.show { text = "hello" }
  end,
}
