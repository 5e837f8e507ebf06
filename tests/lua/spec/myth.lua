-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    assert(card.myth { text = "hello", right = true, why = "because" } == true)
    assert(card.myth { text = "hello", right = false } == true)
  end,
}
