-- expect: lesson.lua:5: card.show: takes no list; every value needs a name
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { "hello" }
  end,
}
