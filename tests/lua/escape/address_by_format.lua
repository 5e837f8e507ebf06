-- expect: only text, numbers, true, false and nil can be formatted
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local s = string.format("%s", {})
    card.show { text = "hello" }
  end,
}
