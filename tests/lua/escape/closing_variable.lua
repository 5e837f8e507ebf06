-- expect: variable 'x' got a non-closable value
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local x <close> = {}
    card.show { text = "hello" }
  end,
}
