-- expect: there is nothing called "dofile"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    dofile("/etc/passwd")
    card.show { text = "hello" }
  end,
}
