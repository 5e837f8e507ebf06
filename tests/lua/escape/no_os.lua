-- expect: there is nothing called "os"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    os.exit(1)
    card.show { text = "hello" }
  end,
}
