-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    assert(text.lang() == "en")
    assert(text.tr("hello") == "Hello")
  end,
}
