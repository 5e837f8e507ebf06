-- expect: lesson.lua:5: one two
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    error("one\ntwo")
    card.show { text = "hello" }
  end,
}
