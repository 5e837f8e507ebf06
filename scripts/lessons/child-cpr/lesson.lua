-- SPDX-License-Identifier: CC-BY-4.0
-- CPR for a child from one year to puberty: a third of the chest, and breaths.

return {
  api = 1,
  id = "child-cpr",
  version = 1,
  topic = "cpr",
  minutes = 4,
  audience = { "adult", "school", "family" },
  sources = { "AHA 2025", "RCUK 2025", "ERC 2025" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_shake", "not_bigger_heart", "not_no_push", "not_belly", "not_shallow", "not_too_deep",
    "not_run_first", "not_wait_parent", "not_drive", "not_two_fingers", "not_puff",
    "not_big_breath", "not_fast", "not_slow", "not_sleepy", "not_cut", "not_tender",
    "why_breaths", "why_no_phone", "two_minutes_then", "not_phone_first",
    "not_no_breaths", "not_no_aed", "not_stay_only",
  },

  quiz = {
    { ask = "q_how_deep", scene = "third-deep",
      "third_5", { "one_cm", why = "not_shallow", shows = "too-shallow" },
      { "half_8", why = "not_too_deep", shows = "too-deep" },
      right = 1, why = "why_third", source = "AHA 2025" },
    { ask = "q_ratio", scene = "child-breathe",
      "thirty_two", { "fifteen_two", why = "not_fifteen" },
      { "no_breaths", why = "not_no_breaths" },
      right = 1, why = "why_ratio", source = "AHA 2025" },
    { ask = "q_rate", scene = "child-press",
      "per_minute_110", { "per_minute_60", why = "not_slow" },
      { "per_minute_150", why = "not_fast" },
      right = 1, why = "why_rate", source = "AHA 2025" },
    { ask = "q_no_pads", scene = "child-aed",
      "adult_pads", { "no_aed", why = "not_no_aed" },
      { "cut_pads", why = "not_cut" },
      right = 1, why = "why_adult_pads", source = "RCUK 2025" },
    { ask = "q_no_phone", scene = "child-breathe",
      "two_minutes_then", { "phone_first", why = "not_phone_first" },
      { "stay_only", why = "not_stay_only" },
      right = 1, why = "why_no_phone" },
    { ask = "q_small_breath", scene = "child-breathe",
      "till_rise", { "adult_breath", why = "not_big_breath" },
      { "light_puff", why = "not_puff" },
      right = 1, why = "why_small_breath", source = "RCUK 2025" },
    { ask = "q_gasps", scene = "child-press",
      "start_now", { "sleepy", why = "not_sleepy" },
      { "wait_mother", why = "not_wait_parent" },
      right = 1, why = "why_gasps", source = "ERC 2025" },
  },

  run = function()
    card.ask {
      scene = "child-press", text = "what_now",
      "press_too", { "too_tender", why = "not_tender" },
      { "shake_awake", why = "not_shake", shows = "shake-child" },
      right = 1, why = "why_press_too", source = "ERC 2025",
    }
    card.ask {
      scene = "child-hands", text = "which_hands",
      "one_or_two", { "two_fingers", why = "not_two_fingers", shows = "child-fingers" },
      { "on_belly", why = "not_belly", shows = "child-belly" },
      right = 1, why = "why_hands", source = "AHA 2025",
    }
    card.ask {
      scene = "third-deep", text = "how_deep",
      "third", { "hardly", why = "not_shallow", shows = "too-shallow" },
      { "as_deep_as", why = "not_too_deep", shows = "too-deep" },
      right = 1, why = "why_third", source = "AHA 2025",
    }
    card.ask {
      scene = "child-breathe", text = "why_breaths_ask",
      "out_of_air", { "bigger_heart", why = "not_bigger_heart" },
      { "pushes_useless", why = "not_no_push" },
      right = 1, why = "why_breaths", source = "AHA 2025",
    }
    cpr.coach {
      seconds = 60, guideline = "child", breaths = true, scene = "child-press", text = "now_30_2",
      no_manikin = { "no_manikin", scene = "child-breathe" }, source = "AHA 2025",
    }
    card.ask {
      scene = "child-call", text = "alone",
      "speaker_and_press", { "run_for_aed", why = "not_run_first", shows = "leave-child" },
      { "drive_there", why = "not_drive" },
      right = 1, why = "why_alone", source = "RCUK 2025",
    }
    aed.place_pads { child = true, text = "pads_on_child", source = "RCUK 2025" }
    card.myth {
      scene = "child-aed", text = "myth_aed", right = false, why = "why_any_aed",
      source = "RCUK 2025",
    }
    quiz.run { take = 2 }
    card.show { scene = "child-call", text = "last_words", source = "RCUK 2025" }
  end,
}
