-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { text = "hello", value = 110, unit = "yes" }
    card.show { text = "hello", unit = "yes" }
  end,
}
