-- SPDX-License-Identifier: CC-BY-4.0
-- Something stuck in the windpipe of an adult or a child over one year: cough, five and five.

return {
  api = 1,
  id = "choking",
  version = 1,
  topic = "airway",
  minutes = 4,
  audience = { "adult", "school", "elder", "village" },
  sources = { "AHA 2025", "RCUK 2025", "NHC 2024" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_water", "not_sweep", "not_thrust_yet", "not_sit_straight", "not_on_ribs", "not_low",
    "why_pregnant", "not_belly", "not_prone", "why_press", "not_hold_on", "not_shake",
    "why_alone", "not_drink_alone", "not_lie_down", "not_hospital", "why_heel",
    "not_fingertips", "not_fist", "why_lean", "not_upright", "not_head_back", "not_wait",
    "not_one_kind", "not_all_five", "not_dig_more", "why_child", "not_upside_down",
    "not_vinegar", "why_blocked", "not_loud", "not_hiccup", "why_in_mouth", "not_deeper",
    "not_chopsticks",
  },

  quiz = {
    { ask = "q_heel", scene = "back-blows",
      "heel_of_hand", { "fingertips", why = "not_fingertips" }, { "fist", why = "not_fist" },
      right = 1, why = "why_heel", source = "AHA 2025" },
    { ask = "q_lean", scene = "back-blows",
      "lean_forward", { "stand_upright", why = "not_upright" },
      { "head_back", why = "not_head_back" },
      right = 1, why = "why_lean", source = "AHA 2025" },
    { ask = "q_still_stuck", scene = "belly-thrusts",
      "five_and_five_again", { "stop_and_wait", why = "not_wait" },
      { "thrusts_only", why = "not_one_kind" },
      right = 1, why = "why_again", source = "AHA 2025" },
    { ask = "q_came_out", scene = "cough",
      "stop_and_look", { "all_five_blows", why = "not_all_five" },
      { "dig_for_more", why = "not_dig_more" },
      right = 1, why = "why_stop", source = "RCUK 2025" },
    { ask = "q_child", scene = "child-chokes",
      "child_five_and_five", { "upside_down", why = "not_upside_down", shows = "hang-upside-down" },
      { "vinegar_rice", why = "not_vinegar" },
      right = 1, why = "why_child", source = "AHA 2025" },
    { ask = "q_blocked", scene = "back-blows",
      "silent_and_blue", { "loud_cough", why = "not_loud" }, { "hiccup", why = "not_hiccup" },
      right = 1, why = "why_blocked" },
    { ask = "she_is_pregnant", scene = "chest-thrusts",
      "thrust_chest", { "thrust_belly", why = "not_belly", shows = "belly-of-pregnant" },
      { "lay_prone", why = "not_prone" },
      right = 1, why = "why_pregnant", source = "AHA 2025" },
    { ask = "q_in_mouth", scene = "choke-limp",
      "only_what_i_see", { "reach_deeper", why = "not_deeper" },
      { "use_chopsticks", why = "not_chopsticks" },
      right = 1, why = "why_in_mouth" },
  },

  run = function()
    card.ask {
      scene = "back-blows", text = "what_first",
      "blows_first", { "drink_water", why = "not_water", shows = "give-water" },
      { "finger_sweep", why = "not_sweep", shows = "finger-sweep" },
      right = 1, why = "why_blows", source = "AHA 2025",
    }
    card.ask {
      scene = "cough", text = "still_coughs",
      "let_him_cough", { "thrust_at_once", why = "not_thrust_yet", shows = "thrust-too-soon" },
      { "slap_sitting", why = "not_sit_straight" },
      right = 1, why = "why_cough", source = "AHA 2025",
    }
    card.ask {
      scene = "belly-thrusts", text = "where_the_fist",
      "above_navel", { "on_the_ribs", why = "not_on_ribs", shows = "fist-on-ribs" },
      { "below_navel", why = "not_low", shows = "fist-too-low" },
      right = 1, why = "why_thrusts", source = "NHC 2024",
    }
    card.order {
      scene = "back-blows", text = "put_in_order",
      "step_call", "step_blows", "step_thrusts", "step_in_turn",
      why = "why_order", source = "AHA 2025",
    }
    card.ask {
      scene = "choke-limp", text = "he_goes_limp",
      "lay_call_press", { "hold_and_thrust", why = "not_hold_on", shows = "thrust-on" },
      { "shake_awake", why = "not_shake" },
      right = 1, why = "why_press",
    }
    card.ask {
      scene = "choke-alone", text = "all_alone",
      "call_and_chair", { "drink_alone", why = "not_drink_alone", shows = "drink-alone" },
      { "lie_down", why = "not_lie_down" },
      right = 1, why = "why_alone",
    }
    card.myth {
      scene = "choke-over", text = "myth_no_hospital", right = false, why = "why_hospital",
      wrong = { why = "not_hospital" }, source = "RCUK 2025",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words" }
  end,
}
