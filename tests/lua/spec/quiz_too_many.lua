-- expect: lesson.lua:6: quiz.run: take has to be a whole number from 1 to 1
return {
  api = 1, id = "probe", minutes = 1,
  quiz = { { ask = "a", "yes", "no", right = 1 } },
  run = function()
    quiz.run { take = 2 }
  end,
}
