-- SPDX-License-Identifier: CC-BY-4.0
-- Hands-only CPR for an adult who collapses: call, look, press.

return {
  api = 1,
  id = "adult-cpr",
  version = 3,
  topic = "cpr",
  minutes = 4,
  audience = { "adult", "school" },
  sources = { "AHA 2025", "RCUK 2025", "ERC 2025", "ILCOR 2025", "Civil Code 184" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_scene", "why_named", "why_no_fear",
    "not_sit_up", "not_water", "not_slap", "not_hang_up", "not_drive", "not_to_all",
    "not_leave", "not_asleep", "not_press_him", "not_walk_off", "not_left", "not_belly",
    "not_wait_for_him", "not_pack_up", "not_shallow", "not_too_deep", "not_slow", "not_fast",
    "not_stop", "not_lighter", "not_wait", "not_rest", "not_awake", "not_hurry", "not_any_car",
    "not_doctors", "not_certified", "not_scratch", "not_sprain",
  },

  quiz = {
    { ask = "what_first", scene = "collapse",
      "check_scene", { "lift_him", why = "not_sit_up", shows = "sit-him-up" },
      { "give_water", why = "not_water", shows = "give-water" },
      right = 1, why = "why_scene" },
    { ask = "q_deep", scene = "press",
      "depth_5_6", { "depth_2_3", why = "not_shallow", shows = "press-shallow" },
      { "depth_8_10", why = "not_too_deep", shows = "press-deep" },
      right = 1, why = "why_deep", source = "AHA 2025" },
    { ask = "q_rate", scene = "press",
      "per_minute_110", { "per_minute_60", why = "not_slow", shows = "press-slow" },
      { "per_minute_140", why = "not_fast", shows = "press-fast" },
      right = 1, why = "why_rate", source = "AHA 2025" },
    { ask = "q_crack", scene = "press",
      "check_go_on", { "stop_pressing", why = "not_stop", shows = "stop-pressing" },
      { "press_belly", why = "not_belly", shows = "press-belly" },
      right = 1, why = "why_crack" },
    { ask = "q_tired", scene = "swap",
      "swap_quickly", { "rest_a_minute", why = "not_rest" },
      { "press_lighter", why = "not_lighter" },
      right = 1, why = "why_swap", source = "AHA 2025" },
    { ask = "q_no_breaths", scene = "press",
      "keep_pressing", { "wait_for_120", why = "not_wait", shows = "stop-pressing" },
      { "thirty_and_rest", why = "not_rest" },
      right = 1, why = "why_no_breaths", source = "ILCOR 2025" },
    { ask = "q_fetch", scene = "send-for-aed",
      "name_one", { "shout_to_all", why = "not_to_all", shows = "shout-to-all" },
      { "go_myself", why = "not_leave", shows = "leave-him" },
      right = 1, why = "why_named" },
    { ask = "q_hang_up", scene = "call-120",
      "when_told", { "after_address", why = "not_hang_up", shows = "hang-up" },
      { "when_awake", why = "not_awake" },
      right = 1, why = "why_hang_up" },
    { ask = "q_say_first", scene = "call-120",
      "say_where_what", { "say_hurry", why = "not_hurry" },
      { "say_any_car", why = "not_any_car" },
      right = 1, why = "why_say_first" },
    { ask = "q_who_aed", scene = "send-for-aed",
      "anyone_may", { "doctors_only", why = "not_doctors" },
      { "certified_only", why = "not_certified" },
      right = 1, why = "why_anyone" },
    { ask = "q_when_to_call", scene = "call-120",
      "mouth_droops", { "scratched_skin", why = "not_scratch" },
      { "turned_ankle", why = "not_sprain" },
      right = 1, why = "when_to_call" },
  },

  run = function()
    -- Asked again at the end; both are counted as sums. Whoever fears the law is answered at once.
    card.ask {
      scene = "collapse", text = "would_you_press", count = "before",
      "i_would", "not_sure", "i_would_not",
      why = "why_no_fear", source = "Civil Code 184",
    }
    card.ask {
      scene = "tap-shoulders", text = "how_to_wake",
      "tap_and_shout", { "pinch_lip", why = "not_pinch", shows = "pinch-lip" },
      { "slap_face", why = "not_slap", shows = "slap-face" },
      right = 1, why = "why_tap",
    }
    card.ask {
      scene = "call-120", text = "how_to_call",
      "call_on_speaker", { "call_and_hang_up", why = "not_hang_up", shows = "hang-up" },
      { "drive_to_hospital", why = "not_drive", shows = "drag-away" },
      right = 1, why = "why_speaker", source = "RCUK 2025",
    }
    card.ask {
      scene = "gasping", text = "gasping",
      "cardiac_arrest", { "he_sleeps", why = "not_asleep", shows = "let-him-sleep" },
      { "turn_and_wait", why = "not_turn", shows = "turn-and-wait" },
      right = 1, why = "why_gasps", source = "RCUK 2025",
    }
    card.ask {
      scene = "look-breathing", text = "breathes_normally",
      "on_his_side", { "press_all_the_same", why = "not_press_him" },
      { "walk_off", why = "not_walk_off" },
      right = 1, why = "why_on_his_side", source = "RCUK 2025",
    }
    card.ask {
      scene = "hand-place", text = "where_to_press",
      "place_centre", { "place_left", why = "not_left", shows = "hands-left" },
      { "place_belly", why = "not_belly", shows = "hands-belly" },
      right = 1, why = "why_place", source = "AHA 2025",
    }

    cpr.coach {
      seconds = 30, guideline = "adult", scene = "press", text = "now_press",
      source = "AHA 2025",
    }
    card.ask {
      scene = "press-again", text = "after_the_shock",
      "press_again", { "wait_for_him", why = "not_wait_for_him", shows = "wait-after-shock" },
      { "pack_up", why = "not_pack_up" },
      right = 1, why = "why_press_again", source = "RCUK 2025",
    }
    quiz.run { take = 1 }
    card.ask {
      scene = "press", text = "would_you_now", count = "after",
      "i_would", "not_sure", "i_would_not",
    }
    card.show { scene = "call-120", text = "last_words", source = "ILCOR 2025" }
  end,
}
