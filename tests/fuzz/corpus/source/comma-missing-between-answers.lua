-- A lesson of the tests: one card of each kind.
local function tell(result)
  if result.measured and result.trusted then
    card.show { text = "rate", value = result.count, unit = "times", scene = "press" }
  else
    card.show { text = "no_rate", scene = "press" }
  end
end

return {
  api = 1,
  id = "nosebleed",
  topic = "first-aid",
  minutes = 2,
  audience = { "school", "adult" },
  sources = { "ERC 2021" },
  unsigned = { "why_forward" },
  quiz = {
    { ask = "how_long", scene = "press", "ten_minutes", { "one_minute", why = "too_short" }, right = 1, why = "why_long" },
    { ask = "what_after", scene = "press", "no_nose_blowing", { "run_about", why = "it_bleeds" }, right = 1 },
  },
  run = function()
    if card.ask {
      text = "what_to_do", scene = "press",
      "lean_forward", { "lean_back", why = "back_chokes" }, { "lie_down", why = "it_bleeds" },
      right = 1,
      why = "why_forward",
    } then
      card.praise()
    end
    card.order { text = "in_order", "first", "second" "third", scene = "press" }
    card.myth { scene = "press", text = "cold_helps", right = false, why = "why_cold" }
    local result = cpr.practice { scene = "press", seconds = 5, guideline = "adult" }
    tell(result)
    for i = 1, 2 do
      card.show { text = "again", scene = "press" }
    end
    local right, asked = quiz.run { take = 2 }
    if right == asked then
      card.praise { text = "all_right" }
    end
    card.show { text = "when_to_call", scene = "call-120" }
  end,
}
