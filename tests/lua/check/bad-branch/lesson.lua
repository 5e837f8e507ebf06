-- Fails only for a visitor who is wrong twice and then presses too slowly.
return {
  api = 1, id = "bad-branch", topic = "history", minutes = 1,
  run = function()
    local first = card.ask { text = "hello", "yes", "no", right = 1 }
    card.show { text = "help" }
    local second = card.ask { text = "hello", "yes", "no", right = 1 }
    local result = cpr.test { seconds = 30 }
    local rate = result and result.mean_rate_cpm or 110
    if not first and not second and rate < 100 then
      card.show { tekst = "hello" }
    end
  end,
}
