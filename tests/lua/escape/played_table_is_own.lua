-- expect: done
-- What a card returned is the lesson's own: writing into it changes no later answer.
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local first = fire.extinguish { text = "hello", fire = "pan" }
    for name in pairs(first) do first[name] = "broken" end
    local second = fire.extinguish { text = "hello", fire = "pan" }
    assert(second.done == true and second.right == second.asked)
  end,
}
