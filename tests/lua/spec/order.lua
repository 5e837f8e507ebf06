-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    assert(card.order { text = "hello", "a", "b", "c", "d" } == true)
    assert(card.order { text = "no", "a", "b", "c", "d" } == false)
    assert(card.order { text = "hello", "a", "b" } == true)
  end,
}
