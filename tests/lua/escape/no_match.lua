-- expect: attempt to call a nil value (method 'match')
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local x = ("a"):match(".-.-.-b$")
    card.show { text = "hello" }
  end,
}
