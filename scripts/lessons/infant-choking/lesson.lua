-- SPDX-License-Identifier: CC-BY-4.0
-- A baby under one year chokes: five back blows, five chest thrusts, never the belly.

return {
  api = 1,
  id = "infant-choking",
  version = 1,
  topic = "airway",
  minutes = 4,
  audience = { "adult", "family" },
  sources = { "AHA 2025", "RCUK 2025" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_dig", "not_hang", "not_upright", "not_head_up", "not_pat_gently", "not_nape",
    "not_waist", "not_slow_belly", "not_doctors", "not_shake", "why_cough", "not_hit_cough",
    "not_water", "not_blows_on", "not_drive", "not_no_look", "not_sleep", "not_see_fine",
    "not_swallowed_wait", "not_after_pain", "not_only_blows", "why_hazards", "why_battery",
    "why_no_sweep", "why_heel", "why_limp", "why_look",
  },

  quiz = {
    { ask = "q_head", scene = "infant-back-blows",
      "head_low", { "head_high", why = "not_head_up", shows = "baby-upright" },
      { "head_any", why = "not_upright" },
      right = 1, why = "why_head_low", source = "AHA 2025" },
    { ask = "q_no_belly", scene = "infant-chest-thrusts",
      "hurts_liver", { "too_slow", why = "not_slow_belly" },
      { "doctors_only", why = "not_doctors" },
      right = 1, why = "why_no_belly", source = "AHA 2025" },
    { ask = "q_mouth", scene = "infant-mouth",
      "only_seen", { "sweep", why = "not_dig" },
      { "never_look", why = "not_no_look" },
      right = 1, why = "why_look" },
    { ask = "q_coughs", scene = "infant-coughs",
      "let_cough", { "hit_at_once", why = "not_hit_cough" },
      { "give_water", why = "not_water" },
      right = 1, why = "why_cough" },
    { ask = "q_battery", scene = "infant-hazards",
      "emergency_now", { "wait_for_stool", why = "not_swallowed_wait" },
      { "if_pain", why = "not_after_pain" },
      right = 1, why = "why_battery" },
    { ask = "q_how_many", scene = "infant-back-blows",
      "five_then_turn", { "once_then_wait", why = "not_pat_gently" },
      { "only_blows", why = "not_only_blows" },
      right = 1, why = "why_five_five", source = "AHA 2025" },
  },

  run = function()
    card.ask {
      scene = "infant-chokes", text = "what_first",
      "blows", { "dig", why = "not_dig", shows = "finger-sweep" },
      { "hang", why = "not_hang", shows = "hang-by-feet" },
      right = 1, why = "why_blows", source = "AHA 2025",
    }
    card.ask {
      scene = "infant-back-blows", text = "how_to_hold",
      "face_down_low", { "sit_upright", why = "not_upright", shows = "baby-upright" },
      { "over_shoulder", why = "not_head_up" },
      right = 1, why = "why_support", source = "AHA 2025",
    }
    card.ask {
      scene = "infant-back-blows", text = "where_to_hit",
      "between_blades", { "on_nape", why = "not_nape", shows = "hit-nape" },
      { "on_waist", why = "not_waist" },
      right = 1, why = "why_heel", source = "RCUK 2025",
    }
    card.ask {
      scene = "infant-chest-thrusts", text = "not_out",
      "turn_and_thrust", { "push_belly", why = "not_belly", shows = "belly-thrust" },
      { "shake", why = "not_shake" },
      right = 1, why = "why_thrust", source = "AHA 2025",
    }
    card.order {
      scene = "infant-back-blows", text = "one_round",
      "step_call", "step_down", "step_blows", "step_turn", "step_thrusts",
      why = "why_round", source = "AHA 2025",
    }
    card.ask {
      scene = "infant-press", text = "goes_limp",
      "call_and_cpr", { "blows_on", why = "not_blows_on" },
      { "to_hospital_now", why = "not_drive" },
      right = 1, why = "why_limp",
    }
    card.ask {
      scene = "infant-coughs", text = "it_is_out",
      "see_doctor", { "let_sleep", why = "not_sleep" },
      { "feed_on", why = "not_see_fine" },
      right = 1, why = "why_see_doctor", source = "RCUK 2025",
    }
    card.match {
      scene = "infant-hazards", text = "keep_safe",
      { "grapes", "cut_in_four" }, { "nuts_jelly", "not_before_three" },
      { "cells_magnets", "locked_away" },
      why = "why_hazards",
    }
    card.myth {
      scene = "infant-chokes", text = "myth_sweep", right = false, why = "why_no_sweep",
    }
    quiz.run { take = 2 }
    card.show { scene = "infant-call", text = "last_words", source = "RCUK 2025" }
  end,
}
