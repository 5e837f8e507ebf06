-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.praise()
    card.praise { text = "hello" }
    card.praise { scene = "press" }
  end,
}
