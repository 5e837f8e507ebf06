-- SPDX-License-Identifier: CC-BY-4.0
-- Somebody does not respond but breathes normally: on the side, and watched.

return {
  api = 1,
  id = "recovery-position",
  version = 1,
  topic = "cpr",
  minutes = 4,
  audience = { "adult", "school", "elder" },
  sources = { "ERC 2025", "RCUK 2025" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_on_side", "not_pillow", "not_sit_up", "why_who", "not_under", "not_on_belly",
    "not_behind", "not_hanging", "not_head", "not_both_legs", "not_chin_down", "not_face_down",
    "why_drunk", "not_sober", "why_reason", "not_reason_warm", "not_reason_sleep", "not_once",
    "not_ten_minutes", "not_keep_side", "not_shake_first", "not_turn_hurt", "not_sit_hurt",
    "not_right_side", "not_back", "not_press_breathing", "not_walk_off", "why_knee_lever",
    "not_strong", "not_two",
  },

  quiz = {
    { ask = "near_arm", scene = "turn-arm",
      "arm_out", { "arm_under", why = "not_under", shows = "arm-under" },
      { "arm_on_belly", why = "not_on_belly" },
      right = 1, why = "why_arm_out", source = "ERC 2025" },
    { ask = "far_hand", scene = "turn-cheek",
      "hand_to_cheek", { "hand_behind", why = "not_behind", shows = "hand-behind" },
      { "hand_hanging", why = "not_hanging" },
      right = 1, why = "why_cheek", source = "ERC 2025" },
    { ask = "q_reason", scene = "on-his-side",
      "airway_free", { "keeps_warm", why = "not_reason_warm" },
      { "sleeps_well", why = "not_reason_sleep" },
      right = 1, why = "why_reason" },
    { ask = "q_how_often", scene = "on-his-side",
      "all_the_time", { "only_once", why = "not_once" },
      { "ten_minutes", why = "not_ten_minutes" },
      right = 1, why = "why_how_often", source = "RCUK 2025" },
    { ask = "q_stops", scene = "gasping",
      "flat_and_press", { "keep_on_side", why = "not_keep_side", shows = "turn-and-wait" },
      { "shake_first", why = "not_shake_first" },
      right = 1, why = "why_stops", source = "ERC 2025" },
    { ask = "q_fell", scene = "ladder-watch",
      "do_not_turn", { "turn_at_once", why = "not_turn_hurt" },
      { "sit_him_up", why = "not_sit_hurt" },
      right = 1, why = "why_fell", source = "ERC 2025" },
    { ask = "q_pregnant", scene = "left-side",
      "left_side", { "right_side", why = "not_right_side" }, { "on_her_back", why = "not_back" },
      right = 1, why = "why_left", source = "RCUK 2025" },
    { ask = "q_breathing", scene = "classmate-side",
      "side_and_stay", { "press_chest", why = "not_press_breathing" },
      { "walk_off", why = "not_walk_off" },
      right = 1, why = "why_side_and_stay", source = "RCUK 2025" },
    { ask = "q_heavy", scene = "turn-knee",
      "small_can_do_it", { "only_strong", why = "not_strong" }, { "need_two", why = "not_two" },
      right = 1, why = "why_knee_lever" },
  },

  run = function()
    card.ask {
      scene = "on-his-side", text = "what_first",
      "on_his_side", { "pillow", why = "not_pillow", shows = "pillow-on-back" },
      { "sit_up", why = "not_sit_up", shows = "sit-and-lean" },
      right = 1, why = "why_on_side", source = "RCUK 2025",
    }
    card.match {
      scene = "look-breathing", text = "who_goes_where",
      { "breathes", "to_the_side" }, { "breathes_not", "press" }, { "awake_pain", "call_stay" },
      why = "why_who",
    }
    -- One card that moves: each step begins where the one before it ended.
    scene.watch {
      scene = "turn-arm", text = "watch_turn",
      { "see_arm", scene = "turn-arm" }, { "see_cheek", scene = "turn-cheek" },
      { "see_knee", scene = "turn-knee" }, { "see_head", scene = "head-tilt" },
      source = "ERC 2025",
    }
    card.order {
      scene = "turn-arm", text = "put_in_order",
      "step_arm", "step_cheek", "step_knee", "step_head",
      why = "why_order", source = "ERC 2025",
    }
    card.ask {
      scene = "turn-knee", text = "how_to_turn",
      "pull_far_knee", { "turn_the_head", why = "not_head", shows = "turn-head" },
      { "both_legs", why = "not_both_legs" },
      right = 1, why = "why_pull_knee", source = "ERC 2025",
    }
    card.ask {
      scene = "head-tilt", text = "and_the_head",
      "tilt_head", { "chin_down", why = "not_chin_down", shows = "chin-down" },
      { "face_down", why = "not_face_down" },
      right = 1, why = "why_tilt", source = "ERC 2025",
    }
    card.myth {
      scene = "on-his-side", text = "myth_drunk", right = false, why = "why_drunk",
      wrong = { why = "not_sober", shows = "pillow-on-back" },
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words" }
  end,
}
