-- expect: lesson.lua:5: card.show: text has to be 1 to 63 bytes of text
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { text = ("x"):rep(64) }
  end,
}
