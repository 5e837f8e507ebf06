return {
  api = 1, id = "no-cards", topic = "history", minutes = 1,
  run = function()
    local unused = { "hello", "yes", "no", "help" }
  end,
}
