-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local nothing = card.show { text = "hello", scene = "press", value = 1.5, source = "ERC 2021" }
    assert(nothing == nil)
  end,
}
