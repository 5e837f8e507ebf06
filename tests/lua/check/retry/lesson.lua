-- Nothing is wrong here: whoever is wrong is asked again, as often as it takes.
return {
  api = 1, id = "retry", minutes = 1,
  run = function()
    repeat
      local ok = card.ask { text = "hello", "yes", "no", right = 1 }
    until ok
    card.show { text = text.tr("help") == "" and "hello" or "help" }
  end,
}
