-- SPDX-License-Identifier: CC-BY-4.0
-- CPR for a baby under one year, not a newborn: two thumbs, and small breaths.

return {
  api = 1,
  id = "infant-cpr",
  version = 1,
  topic = "cpr",
  picture = "infant-check",
  minutes = 4,
  audience = { "adult", "family" },
  sources = { "AHA 2025", "RCUK 2025" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_tap_sole", "tap_sole", "not_shake", "not_pat_bottom", "not_run", "not_palms",
    "not_belly", "not_neck", "not_little", "not_too_far", "not_far_back", "not_pillow",
    "not_mouth_only", "not_big_breath", "not_five_one", "why_order", "not_slow", "not_fast",
    "not_ask_first", "not_watch_home", "not_water", "not_no_breaths", "not_two_fingers",
    "not_both_front", "why_level", "not_no_aed", "why_not_upside_down", "why_where",
    "why_hospital",
  },

  quiz = {
    { ask = "q_fingers", scene = "infant-thumbs",
      "thumbs_now", { "fingers_old", why = "not_two_fingers", shows = "two-fingers" },
      { "fist", why = "not_palms" },
      right = 1, why = "why_reach", source = "AHA 2025" },
    { ask = "q_puff", scene = "infant-breath",
      "puff_till_rise", { "puff_full", why = "not_big_breath" },
      { "puff_never", why = "not_no_breaths" },
      right = 1, why = "why_puff", source = "RCUK 2025" },
    { ask = "q_rate", scene = "infant-press",
      "per_minute_110", { "per_minute_60", why = "not_slow" },
      { "per_minute_150", why = "not_fast" },
      right = 1, why = "why_rate", source = "AHA 2025" },
    { ask = "q_alone", scene = "infant-call",
      "speaker_beside", { "ask_parents", why = "not_ask_first" },
      { "run_outside", why = "not_run", shows = "run-with-baby" },
      right = 1, why = "why_alone", source = "RCUK 2025" },
    { ask = "q_ratio", scene = "infant-press",
      "thirty_two", { "five_one", why = "not_five_one" },
      { "no_breaths", why = "not_no_breaths" },
      right = 1, why = "why_ratio", source = "AHA 2025" },
    { ask = "q_after", scene = "infant-coughs",
      "to_hospital", { "watch_home", why = "not_watch_home" },
      { "give_water", why = "not_water" },
      right = 1, why = "why_hospital" },
    { ask = "q_aed", scene = "infant-pads",
      "aed_front_back", { "aed_never", why = "not_no_aed" },
      { "aed_both_front", why = "not_both_front" },
      right = 1, why = "why_aed", source = "RCUK 2025" },
  },

  run = function()
    card.ask {
      scene = "infant-check", text = "does_it_respond",
      "tap_sole", { "shake", why = "not_shake", shows = "shake-baby" },
      { "pat_bottom", why = "not_pat_bottom" },
      right = 1, why = "why_tap_sole",
    }
    card.ask {
      scene = "infant-call", text = "no_response",
      "call_and_look", { "carry_off", why = "not_run", shows = "run-with-baby" },
      { "mother_first", why = "not_ask_first" },
      right = 1, why = "why_call_and_look", source = "RCUK 2025",
    }
    card.ask {
      scene = "infant-thumbs", text = "with_what",
      "two_thumbs", { "two_fingers", why = "not_two_fingers", shows = "two-fingers" },
      { "both_palms", why = "not_palms" },
      right = 1, why = "why_thumbs", source = "AHA 2025",
    }
    card.ask {
      scene = "infant-press", text = "where",
      "below_nipples", { "on_belly", why = "not_belly", shows = "infant-belly" },
      { "at_neck", why = "not_neck" },
      right = 1, why = "why_where", source = "AHA 2025",
    }
    card.ask {
      scene = "infant-third", text = "how_deep",
      "third_4", { "one_cm", why = "not_little", shows = "infant-shallow" },
      { "to_the_back", why = "not_too_far", shows = "infant-deep" },
      right = 1, why = "why_deep", source = "AHA 2025",
    }
    card.ask {
      scene = "infant-airway", text = "how_head",
      "head_level", { "far_back", why = "not_far_back", shows = "infant-far-back" },
      { "on_pillow", why = "not_pillow" },
      right = 1, why = "why_level",
    }
    card.ask {
      scene = "infant-breath", text = "how_breath",
      "mouth_and_nose", { "mouth_only", why = "not_mouth_only", shows = "mouth-only" },
      { "big_breath", why = "not_big_breath" },
      right = 1, why = "why_mouth_and_nose", source = "RCUK 2025",
    }
    card.order {
      scene = "infant-press", text = "one_round",
      "step_press", "step_level", "step_cover", "step_puff", "step_again",
      why = "why_order", source = "AHA 2025",
    }
    card.myth {
      scene = "infant-check", text = "myth_upside_down", right = false,
      why = "why_not_upside_down",
    }
    quiz.run { take = 2 }
    card.show { scene = "infant-call", text = "last_words", source = "RCUK 2025" }
  end,
}
