-- expect: lesson.lua:5: card.show: needs a table in braces, not string
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show "hello"
  end,
}
