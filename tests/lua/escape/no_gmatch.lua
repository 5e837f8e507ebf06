-- expect: attempt to call a nil value (field 'gmatch')
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    for w in string.gmatch("a b", "%a") do end
    card.show { text = "hello" }
  end,
}
