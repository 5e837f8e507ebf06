-- expect: there is nothing called "io"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    io.open("/etc/passwd")
    card.show { text = "hello" }
  end,
}
