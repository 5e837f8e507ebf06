-- expect: lesson.lua:5: card.myth: wrong: takes no list; every value needs a name
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.myth { text = "hello", right = true, wrong = { "because" } }
  end,
}
