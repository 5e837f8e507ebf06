-- expect: there is nothing called "load"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    load("while true do end")()
    card.show { text = "hello" }
  end,
}
