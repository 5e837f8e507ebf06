-- expect: lesson.lua:5: quiz.run: the lesson has no questions
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    quiz.run { take = 1 }
  end,
}
