-- expect: lesson.lua:5: card.show: there is no "txet" here; it takes text, scene, value, unit, source
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.show { txet = "hello" }
  end,
}
