-- expect: done
-- Breaking a lesson's own tables breaks no other lesson: each has a state of its own.
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    string.upper = nil
    math.floor = nil
    card.show { text = "hello" }
  end,
}
