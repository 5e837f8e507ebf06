-- expect: there is no text "unwritten" in text/en.lua
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    card.ask { text = "hello", "a", { "b", why = "unwritten" }, right = 1 }
  end,
}
