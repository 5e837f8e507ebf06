local seen = {}
return { api = 1, id = "probe", minutes = 1, unsigned = { "hello" },
  quiz = { { ask = "hello", "a", "b", right = 1 }, { ask = "yes", "c", "d", right = 2 } },
  run = function()
    local ok, n = card.ask { text = "hello", "a", "b", "c", right = 1, why = "because" }
    seen[#seen + 1] = { ok, n }
    card.order { text = "hello", "a", "b", "c" }
    card.match { text = "hello", { "a", "b" }, { "c", "d" } }
    if card.myth { text = "hello", right = false } then card.praise() end
    local r = cpr.practice { seconds = 30, guideline = "adult" }
    card.show { text = "hello", value = r and r.mean_rate_cpm, scene = "press" }
    for i = 1, quiz.run { take = 1 } do
      table.insert(seen, text.tr("hello") .. ("x"):rep(i, text.lang()))
    end
    table.sort({ 3, 1, 2 }, function(a, b) return a > b end)
  end }
