-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  quiz = {
    { ask = "a", "yes", "no", right = 1 },
    { ask = "b", "yes", "no", "c", right = 3, why = "because", source = "ERC 2021" },
    { ask = "c", "yes", "no", right = 2, scene = "press" },
  },
  run = function()
    local right, asked = quiz.run { take = 2 }
    assert(right == 2 and asked == 2)
    right, asked = quiz.run()
    assert(right == 3 and asked == 3)
  end,
}
