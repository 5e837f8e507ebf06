-- expect: lesson.lua:5: wrong of card.myth: takes no list; every value needs a name
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.myth { text = "hello", right = true, wrong = { "because" } }
  end,
}
