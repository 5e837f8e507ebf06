-- SPDX-License-Identifier: CC-BY-4.0
-- A heart attack: sit still, call 120, ask before any tablet, be ready to press.
return {
  api = 1,
  id = "heart-attack",
  version = 1,
  topic = "sudden",
  picture = "chest-pain",
  minutes = 4,
  audience = { "adult", "elder", "village" },
  sources = { "AHA/ARC 2024", "AHA 2025", "ERC 2025", "RCUK 2025", "China 1120" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_sit", "not_walk", "not_bear", "why_where", "not_chest_only", "not_leg",
    "why_half", "not_flat", "not_walk_about", "not_two", "not_borrow", "why_cough",
    "not_cough", "why_door", "not_downstairs", "not_drive", "not_under_tongue",
    "not_water", "not_nap", "not_sugar", "why_elbow", "not_elbow", "not_elbow_then",
    "why_own", "not_anyone", "not_more", "not_stomach", "not_tomorrow", "not_bus",
    "why_1120", "not_wait_him",
  },

  quiz = {
    { ask = "q_tired", scene = "stroke-wait",
      "tired_call", { "tired_nap", why = "not_nap" },
      { "tired_sugar", why = "not_sugar" },
      right = 1, why = "why_tired", source = "AHA/ARC 2024" },
    { ask = "q_elbow", scene = "chest-pain",
      "elbow_no", { "elbow_yes", why = "not_elbow", shows = "slap-elbow" },
      { "elbow_then", why = "not_elbow_then" },
      right = 1, why = "why_elbow" },
    { ask = "q_cough", scene = "half-sitting",
      "cough_no", { "cough_hard", why = "not_cough" },
      { "cough_and_walk", why = "not_walk_about" },
      right = 1, why = "why_cough" },
    { ask = "q_own", scene = "ask-first",
      "own_only", { "anyone", why = "not_anyone" },
      { "more_is_better", why = "not_more" },
      right = 1, why = "why_own" },
    { ask = "q_stomach", scene = "chest-pain",
      "stomach_call", { "stomach_pill", why = "not_stomach" },
      { "stomach_tomorrow", why = "not_tomorrow" },
      right = 1, why = "why_stomach", source = "AHA/ARC 2024" },
    { ask = "q_go", scene = "half-sitting",
      "go_ambulance", { "go_bus", why = "not_bus", shows = "walk-about" },
      { "go_myself", why = "not_drive" },
      right = 1, why = "why_go", source = "AHA/ARC 2024" },
    { ask = "q_aed", scene = "half-sitting",
      "aed_near", { "aed_later", why = "not_wait_him" },
      { "aed_doctors", why = "not_doctors" },
      right = 1, why = "why_aed", source = "RCUK 2025" },
    { ask = "q_1120", scene = "call-120",
      "minutes_120", { "pills_120", why = "not_more" },
      { "days_120", why = "not_tomorrow" },
      right = 1, why = "why_1120", source = "China 1120" },
  },

  run = function()
    card.ask {
      scene = "chest-pain", text = "what_first",
      "sit_and_call", { "walk_on", why = "not_walk", shows = "walk-on" },
      { "bear_it", why = "not_bear" },
      right = 1, why = "why_sit", source = "AHA/ARC 2024",
    }
    card.ask {
      scene = "pain-spreads", text = "where_else",
      "arm_jaw_back", { "chest_only", why = "not_chest_only" },
      { "down_the_leg", why = "not_leg" },
      right = 1, why = "why_where",
    }
    card.myth {
      scene = "pain-spreads", text = "always_hurts", right = false, why = "why_no_pain",
      source = "AHA/ARC 2024",
    }
    call.dial {
      scene = "half-sitting", text = "now_call", number = "120",
      address = { "block_and_flat", "at_home", right = 1 },
      what = { "pain_and_sweat", "not_well", right = 1 },
      state = { "awake_and_talks", "come_quickly", right = 1 },
    }
    card.ask {
      scene = "half-sitting", text = "how_to_sit",
      "lean_back", { "flat_legs_up", why = "not_flat" },
      { "walk_about", why = "not_walk_about", shows = "walk-about" },
      right = 1, why = "why_half",
    }
    card.ask {
      scene = "ask-first", text = "tablet",
      "ask_120", { "two_at_once", why = "not_two", shows = "swallow-pills" },
      { "borrow_pills", why = "not_borrow" },
      right = 1, why = "why_ask", source = "AHA/ARC 2024",
    }
    card.ask {
      scene = "half-sitting", text = "until_they_come",
      "door_and_aed", { "downstairs", why = "not_downstairs", shows = "walk-about" },
      { "drive_him", why = "not_drive" },
      right = 1, why = "why_door",
    }
    card.ask {
      scene = "dad-collapses", text = "collapses",
      "press_now", { "under_tongue", why = "not_under_tongue" },
      { "some_water", why = "not_water" },
      right = 1, why = "why_press", source = "AHA 2025",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
