-- SPDX-License-Identifier: MIT
-- One card of every kind, for test_screens.
return {
  api = 1,
  id = "every-card",
  version = 1,
  topic = "first-aid",
  minutes = 1,
  audience = { "adult" },
  sources = { "NHC 2024" },
  run = function()
    card.order { scene = "press", text = "order", "look", "shout", "call", "push",
                 why = "why", source = "NHC 2024" }
    card.match { scene = "press", text = "match", { "no_breath", "push" },
                 { "blood", "wound" }, { "choking", "back" }, why = "why" }
    card.myth { scene = "press", text = "myth", right = false, why = "why" }
    card.ask { text = "first_time", "yes", "no" }
    card.show { scene = "press", text = "value", value = 112, source = "NHC 2024" }
    card.praise { scene = "press" }
    cpr.practice { scene = "press", text = "practise", seconds = 10 }
  end,
}
