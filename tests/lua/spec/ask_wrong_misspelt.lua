-- expect: lesson.lua:5: answer 2 of card.ask: there is no "show" here; it takes why, shows
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.ask { text = "hello", "a", { "b", show = "hands-belly" }, right = 1 }
  end,
}
