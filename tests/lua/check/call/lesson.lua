return {
  api = 1, id = "call", minutes = 1, topic = "first-aid",
  run = function()
    call.dial {
      text = "he_fell", number = "120",
      address = { "house", "nowhere", right = 1, why = "they_search" },
      what = { "long", "nothing", right = 1, ask = "ask_what" },
    }
  end,
}
