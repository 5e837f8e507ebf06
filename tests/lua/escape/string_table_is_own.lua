-- expect: done
-- Breaking one's own tables breaks nobody else's: each lesson has a state of its own.
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    string.upper = nil
    math.floor = nil
    card.show { text = "hello" }
  end,
}
