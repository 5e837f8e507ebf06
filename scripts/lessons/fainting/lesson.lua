-- SPDX-License-Identifier: CC-BY-4.0
-- Fainting: sit or lie down in time, lay flat, and when it is more than a faint.
return {
  api = 1,
  id = "fainting",
  version = 1,
  topic = "sudden",
  picture = "feel-faint",
  minutes = 4,
  audience = { "school", "adult" },
  sources = { "AHA/ARC 2024", "AHA 2025", "ERC 2025", "ILCOR 2025", "NHS 2026",
    "RCUK 2025" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_sit", "not_stand", "not_run", "not_deep", "not_shake", "not_pull_up",
    "not_splash", "not_slap", "not_pour", "not_tired", "not_aside", "why_slowly",
    "not_up_at_once", "not_sweets", "why_queue", "not_hold_on", "not_walk_off",
    "not_pillow", "why_loosen", "not_crowd", "not_nap", "not_old", "not_side",
    "not_water", "not_none", "not_legs", "not_carry",
  },

  quiz = {
    { ask = "q_squeeze", scene = "cross-legs",
      "half_fewer", { "none_at_all", why = "not_none" },
      { "heart_ill_too", why = "not_heart" },
      right = 1, why = "why_half", source = "ILCOR 2025" },
    { ask = "q_hurt", scene = "look-breathing",
      "flat_legs_down", { "legs_high", why = "not_legs" },
      { "carry_away", why = "not_carry" },
      right = 1, why = "why_hurt", source = "AHA/ARC 2024" },
    { ask = "q_queue", scene = "feel-faint",
      "crouch_down", { "hold_on_rail", why = "not_hold_on", shows = "keep-standing" },
      { "go_home_alone", why = "not_walk_off" },
      right = 1, why = "why_queue" },
    { ask = "q_air", scene = "look-breathing",
      "loosen_collar", { "all_around", why = "not_crowd" },
      { "thick_pillow", why = "not_pillow" },
      right = 1, why = "why_loosen" },
    { ask = "q_lying", scene = "bed-faint",
      "lying_call", { "lying_sleep", why = "not_nap" },
      { "lying_old", why = "not_old" },
      right = 1, why = "why_lying", source = "NHS 2026" },
    { ask = "q_heart", scene = "call-120",
      "heart_call", { "heart_wait", why = "not_up_at_once" },
      { "heart_sweets", why = "not_sweets" },
      right = 1, why = "why_heart", source = "NHS 2026" },
    { ask = "wakes_up", scene = "fainted",
      "slowly_up", { "up_at_once", why = "not_up_at_once", shows = "pull-up" },
      { "sweets_at_once", why = "not_sweets" },
      right = 1, why = "why_slowly" },
    { ask = "q_gasp", scene = "gasping",
      "gasp_press", { "gasp_side", why = "not_side" },
      { "gasp_water", why = "not_water" },
      right = 1, why = "why_gasp", source = "AHA 2025" },
  },

  run = function()
    card.ask {
      scene = "feel-faint", text = "what_first",
      "sit_down", { "stand_it", why = "not_stand", shows = "keep-standing" },
      { "run_for_help", why = "not_run" },
      right = 1, why = "why_sit",
    }
    card.ask {
      scene = "cross-legs", text = "what_helps",
      "cross_and_squeeze", { "deep_breaths", why = "not_deep" },
      { "shake_head", why = "not_shake" },
      right = 1, why = "why_squeeze", source = "ILCOR 2025",
    }
    card.order {
      scene = "tap-shoulders", text = "in_order",
      "look_safe", "tap_shout", "call_speaker", "look_chest",
      why = "why_order", source = "RCUK 2025",
    }
    card.ask {
      scene = "fainted", text = "how_to_lay",
      "flat_legs_up", { "pull_up", why = "not_pull_up", shows = "pull-up" },
      { "splash_water", why = "not_splash", shows = "splash-face" },
      right = 1, why = "why_flat", source = "AHA/ARC 2024",
    }
    card.myth {
      scene = "fainted", text = "pinch_wakes", right = false, why = "why_no_pinch",
    }
    card.ask {
      scene = "faint-side", text = "one_minute",
      "side_and_120", { "slap_him", why = "not_slap" },
      { "pour_water", why = "not_pour" },
      right = 1, why = "why_minute", source = "NHS 2026",
    }
    card.ask {
      scene = "faint-run", text = "while_running",
      "run_is_120", { "only_tired", why = "not_tired" },
      { "let_him_lie", why = "not_aside" },
      right = 1, why = "why_run", source = "NHS 2026",
    }
    card.match {
      scene = "call-120", text = "what_when",
      { "awake_soon", "stay_slowly" },
      { "still_out", "side_call" },
      { "no_breath", "press_chest" },
      why = "why_match", source = "RCUK 2025",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "NHS 2026" }
  end,
}
