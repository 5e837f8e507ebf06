-- expect: attempt to call a nil value (field 'gsub')
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    string.gsub("a", "a", ("b"):rep(1000))
    card.show { text = "hello" }
  end,
}
