-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    assert(card.match { text = "hello", { "a", "b" }, { "c", "d" }, { "e", "f" } } == true)
    assert(card.match { text = "no", { "a", "b" }, { "c", "d" }, { "e", "f" } } == false)
  end,
}
