-- expect: stopped with an error that is not text
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    error()
    card.show { text = "hello" }
  end,
}
