-- Nothing is wrong here: a wrong answer is asked again, as often as it takes.
return {
  api = 1, id = "retry", minutes = 1,
  run = function()
    repeat
      local ok = card.ask { text = "hello", "yes", "no", right = 1 }
    until ok
    card.show { text = text.tr("help") == "" and "hello" or "help" }
  end,
}
