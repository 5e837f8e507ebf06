-- SPDX-License-Identifier: CC-BY-4.0
-- CPR for nine to twelve: look, call, press. Rate, hands and release are judged; depth is only
-- shown, since hardly any child of this age reaches 5 cm (Resuscitation 2014;85:814). Never a word
-- that a child is too weak.

return {
  api = 1,
  id = "junior-cpr",
  version = 1,
  topic = "cpr",
  minutes = 3,
  audience = { "school", "child" },
  sources = { "AHA 2025", "RCUK 2025", "ILCOR 2023", "BMJ 2007;334:1201" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_run_off", "not_pull_up", "not_shake", "not_pinch", "not_message", "not_alone",
    "not_asleep", "not_wait", "not_left", "not_belly", "not_give_up", "not_jump",
    "not_bent", "not_fingers", "not_sofa", "not_slow", "not_fast", "not_lean", "not_stop",
    "not_hang_up", "not_whisper", "not_leave_him", "not_grown_ups_only",
    "not_press_him", "why_let_rise",
  },

  quiz = {
    { ask = "q_rate", scene = "press",
      "two_a_second", { "one_a_second", why = "not_slow", shows = "press-slow" },
      { "as_fast_as_i_can", why = "not_fast", shows = "press-fast" },
      right = 1, why = "why_rate", source = "AHA 2025" },
    { ask = "q_between", scene = "press",
      "let_it_rise", { "stay_down", why = "not_lean" },
      { "take_a_break", why = "not_stop", shows = "stop-pressing" },
      right = 1, why = "why_let_rise", source = "AHA 2025" },
    { ask = "q_arms", scene = "child-presses",
      "arms_straight", { "arms_bent", why = "not_bent", shows = "bent-arms" },
      { "with_one_finger", why = "not_fingers" },
      right = 1, why = "why_arms", source = "RCUK 2025" },
    { ask = "q_where_lie", scene = "child-presses",
      "on_the_floor", { "on_the_sofa", why = "not_sofa" },
      { "sitting_up", why = "not_pull_up" },
      right = 1, why = "why_floor", source = "AHA 2025" },
    { ask = "q_phone", scene = "child-calls",
      "speaker_and_stay", { "hang_up_quickly", why = "not_hang_up" },
      { "say_it_softly", why = "not_whisper" },
      right = 1, why = "why_speaker", source = "RCUK 2025" },
    { ask = "q_aed", scene = "send-for-aed",
      "ask_a_grown_up", { "look_for_it", why = "not_leave_him", shows = "leave-him" },
      { "not_for_children", why = "not_grown_ups_only" },
      right = 1, why = "why_aed", source = "RCUK 2025" },
    { ask = "q_breathing", scene = "child-side",
      "side_and_stay", { "press_anyway", why = "not_press_him" },
      { "go_and_play", why = "not_alone" },
      right = 1, why = "why_side", source = "RCUK 2025" },
  },

  run = function()
    card.ask {
      scene = "child-finds", text = "what_first",
      "look_then_go", { "run_off", why = "not_run_off", shows = "run-and-hide" },
      { "pull_up", why = "not_pull_up", shows = "pull-him-up" },
      right = 1, why = "why_look",
    }
    card.ask {
      scene = "child-taps", text = "how_to_wake",
      "tap_and_shout", { "shake_head", why = "not_shake", shows = "slap-grandfather" },
      { "pinch_lip", why = "not_pinch" },
      right = 1, why = "why_tap",
    }
    card.ask {
      scene = "child-calls", text = "no_answer",
      "shout_and_call", { "send_message", why = "not_message", shows = "send-message" },
      { "run_outside", why = "not_alone" },
      right = 1, why = "why_shout", source = "RCUK 2025",
    }
    card.ask {
      scene = "child-gasping", text = "gasping",
      "start_pressing", { "he_sleeps", why = "not_asleep", shows = "let-grandpa-sleep" },
      { "wait_for_more", why = "not_wait" },
      right = 1, why = "why_gasps", source = "RCUK 2025",
    }
    card.ask {
      scene = "child-hand-place", text = "where_to_press",
      "place_centre", { "place_left", why = "not_left", shows = "hands-left" },
      { "place_belly", why = "not_belly", shows = "hands-belly" },
      right = 1, why = "why_place", source = "AHA 2025",
    }
    cpr.coach {
      seconds = 30, guideline = "light", scene = "child-presses", text = "now_press",
      source = "AHA 2025",
    }
    card.ask {
      scene = "child-takes-turns", text = "too_hard",
      "take_turns", { "give_up", why = "not_give_up", shows = "give-up" },
      { "stand_on_him", why = "not_jump" },
      right = 1, why = "why_take_turns", source = "AHA 2025",
    }
    card.myth {
      scene = "child-presses", text = "myth_too_small", right = false, why = "why_you_can",
      source = "BMJ 2007",
    }
    quiz.run { take = 2 }
    card.show { scene = "child-calls", text = "last_words", source = "RCUK 2025" }
  end,
}
