-- expect: lesson.lua:5: answer 2 of quiz[1]: why has to be a text in quotes, not number
return {
  api = 1, id = "probe", minutes = 1,
  quiz = {
    { ask = "a", "yes", { "no", why = 5 }, right = 1 },
  },
  run = function() end,
}
