-- SPDX-License-Identifier: CC-BY-4.0
-- Somebody has a fit: nothing held, nothing in the mouth, the clock, then the side.

return {
  api = 1,
  id = "seizure",
  version = 1,
  topic = "sudden",
  minutes = 4,
  audience = { "adult", "school" },
  sources = { "AHA/ARC 2024", "AHA 2025", "NHS", "RCUK 2025" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_clear", "not_hold", "not_spoon", "why_nothing_in_mouth", "not_tongue", "why_time",
    "not_lip", "not_splash", "not_wait_more", "not_drive", "not_feed", "not_leave", "why_order",
    "not_wait_side", "not_lip_again", "not_undress", "not_medicine", "why_first_fit",
    "not_if_long", "not_forgotten", "why_awake_first", "not_at_once", "not_while_shaking",
    "why_empty_mouth", "not_towel", "not_finger", "not_thirty", "not_three", "why_water",
    "not_on_shore", "not_swim_on", "why_again", "not_tired", "not_used_to_it",
  },

  quiz = {
    { ask = "q_in_mouth", scene = "fit",
      "nothing", { "a_towel", why = "not_towel", shows = "spoon-in-mouth" },
      { "a_finger", why = "not_finger" },
      right = 1, why = "why_empty_mouth" },
    { ask = "q_first_ever", scene = "call-120",
      "call_now", { "only_if_long", why = "not_if_long" }, { "forget_it", why = "not_forgotten" },
      right = 1, why = "why_first_fit" },
    { ask = "q_drink", scene = "after-fit",
      "fully_awake", { "at_once", why = "not_at_once" },
      { "while_shaking", why = "not_while_shaking" },
      right = 1, why = "why_awake_first" },
    { ask = "q_minutes", scene = "fit-clock",
      "five_minutes", { "half_hour", why = "not_thirty" }, { "not_at_all", why = "not_three" },
      right = 1, why = "why_five", source = "AHA/ARC 2024" },
    { ask = "q_swimming", scene = "pool-call",
      "out_and_call", { "wait_ashore", why = "not_on_shore" },
      { "swim_on", why = "not_swim_on" },
      right = 1, why = "why_water" },
    { ask = "q_baby", scene = "infant-fit",
      "call_for_baby", { "cool_bath", why = "not_undress" },
      { "give_syrup", why = "not_medicine" },
      right = 1, why = "why_baby", source = "AHA/ARC 2024" },
    { ask = "q_again", scene = "after-fit",
      "second_call", { "just_tired", why = "not_tired" },
      { "used_to_it", why = "not_used_to_it" },
      right = 1, why = "why_again" },
  },

  run = function()
    card.ask {
      scene = "fit", text = "what_first",
      "clear_and_cushion", { "hold_down", why = "not_hold", shows = "hold-down" },
      { "spoon", why = "not_spoon", shows = "spoon-in-mouth" },
      right = 1, why = "why_clear",
    }
    card.myth {
      scene = "fit", text = "myth_tongue", right = false, why = "why_nothing_in_mouth",
      wrong = { why = "not_tongue", shows = "spoon-in-mouth" },
    }
    card.ask {
      scene = "fit-clock", text = "what_else",
      "look_at_clock", { "pinch_lip", why = "not_lip", shows = "pinch-in-fit" },
      { "splash", why = "not_splash" },
      right = 1, why = "why_time",
    }
    card.ask {
      scene = "fit-call", text = "five_minutes_gone",
      "call_120", { "wait_more", why = "not_wait_more" },
      { "drive", why = "not_drive", shows = "carry-in-fit" },
      right = 1, why = "why_call", source = "AHA/ARC 2024",
    }
    card.ask {
      scene = "after-fit", text = "it_stops",
      "side_and_watch", { "water_and_food", why = "not_feed", shows = "feed-after-fit" },
      { "leave_alone", why = "not_leave", shows = "walk-away" },
      right = 1, why = "why_side", source = "AHA/ARC 2024",
    }
    card.order {
      scene = "fit", text = "put_in_order",
      "step_clear", "step_cushion", "step_clock", "step_side",
      why = "why_order",
    }
    card.ask {
      scene = "fit-stops", text = "no_normal_breathing",
      "call_and_press", { "side_and_wait", why = "not_wait_side", shows = "turn-after-fit" },
      { "pinch_again", why = "not_lip_again" },
      right = 1, why = "why_press", source = "RCUK 2025",
    }
    card.ask {
      scene = "fever-fit", text = "child_with_fever",
      "same_rules", { "undress_sponge", why = "not_undress", shows = "sponge" },
      { "medicine_now", why = "not_medicine" },
      right = 1, why = "why_same_rules", source = "NHS",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
