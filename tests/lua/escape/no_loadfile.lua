-- expect: there is nothing called "loadfile"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    loadfile("/etc/passwd")
    card.show { text = "hello" }
  end,
}
