-- expect: attempt to call a nil value (field 'randomseed')
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    math.randomseed(1)
    card.show { text = "hello" }
  end,
}
