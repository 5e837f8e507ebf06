-- SPDX-License-Identifier: CC-BY-4.0
-- Before anything else: look whether it is safe, and in which order help goes.
return {
  api = 1,
  id = "scene-safety",
  version = 1,
  topic = "call",
  picture = "fallen-wire",
  minutes = 4,
  audience = { "adult", "school", "company" },
  sources = { "RCUK 2025", "ERC 2025", "AHA/ARC 2024", "国家电网", "国家卫健委 2024", "民法典" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_wire", "not_pull_him", "not_stick", "why_road", "not_run_out", "not_drag_off",
    "why_smoke", "not_run_in", "not_things_first", "not_bare_hands", "not_paper",
    "not_look_away", "not_grab_hand", "not_wet_towel",
    "not_come_quickly", "not_only_doctors", "not_only_certified",
    "not_take_photo", "not_lift_him", "not_wait_doctor", "not_carry_to_car",
    "not_stand_by", "not_before_call",
  },

  quiz = {
    { ask = "q_no_gloves", scene = "gloves-first",
      "a_plastic_bag", { "wet_wipe", why = "not_paper" },
      { "quick_with_bare_hands", why = "not_bare_hands", shows = "bare-hands" },
      right = 1, why = "why_gloves", source = "国家卫健委 2024" },
    { ask = "q_shock", scene = "pull-plug",
      "power_off", { "pull_his_hand", why = "not_grab_hand", shows = "grab-hand" },
      { "wet_towel", why = "not_wet_towel" },
      right = 1, why = "why_power_off" },
    { ask = "q_say_119", scene = "smoky-house",
      "say_where_what_burns", { "say_come_quickly", why = "not_come_quickly" },
      { "hang_up_and_run_in", why = "not_run_in", shows = "run-into-smoke" },
      right = 1, why = "why_smoke" },
    { ask = "q_law", scene = "send-for-aed",
      "anyone_who_helps", { "only_doctors", why = "not_only_doctors" },
      { "only_certified", why = "not_only_certified" },
      right = 1, why = "why_law", source = "民法典 184" },
    { ask = "q_first", scene = "collapse",
      "look_around", { "take_photo", why = "not_take_photo" },
      { "lift_him", why = "not_lift_him", shows = "sit-him-up" },
      right = 1, why = "why_look_around" },
    { ask = "q_alone", scene = "call-120",
      "call_and_follow", { "wait_for_doctor", why = "not_wait_doctor" },
      { "carry_to_car", why = "not_carry_to_car", shows = "drag-away" },
      right = 1, why = "why_call_and_follow", source = "RCUK 2025" },
    { ask = "q_safe_now", scene = "tap-shoulders",
      "tap_and_call", { "stand_by", why = "not_stand_by" },
      { "press_at_once", why = "not_before_call" },
      right = 1, why = "why_tap_and_call", source = "RCUK 2025" },
  },

  run = function()
    card.ask {
      scene = "fallen-wire", text = "a_wire",
      "stay_off_and_call", { "pull_him", why = "not_pull_him", shows = "touch-him" },
      { "use_a_stick", why = "not_stick", shows = "push-with-stick" },
      right = 1, why = "why_wire", source = "国家电网",
    }
    card.ask {
      scene = "road-accident", text = "on_the_road",
      "look_for_cars", { "run_out", why = "not_run_out", shows = "run-into-road" },
      { "drag_him_off", why = "not_drag_off", shows = "drag-off-road" },
      right = 1, why = "why_road",
    }
    card.ask {
      scene = "smoky-house", text = "smoke_inside",
      "stay_out_call_119", { "run_in", why = "not_run_in", shows = "run-into-smoke" },
      { "fetch_things", why = "not_things_first" },
      right = 1, why = "why_smoke",
    }
    card.ask {
      scene = "gloves-first", text = "blood_on_hand",
      "gloves_or_bag", { "bare_hands", why = "not_bare_hands", shows = "bare-hands" },
      { "paper_tissue", why = "not_paper" },
      right = 1, why = "why_gloves", source = "国家卫健委 2024",
    }
    card.match {
      scene = "smoky-house", text = "what_to_do_with",
      { "a_wire_down", "stay_far_off" }, { "a_fire", "leave_and_call" },
      { "smell_of_gas", "windows_no_lights" },
      why = "why_match",
    }
    card.myth {
      scene = "call-120", text = "myth_do_nothing", right = false, why = "why_do_something",
      wrong = { why = "not_look_away" }, source = "AHA/ARC 2024",
    }
    card.order {
      scene = "send-for-aed", text = "put_in_order",
      "step_safe", "step_response", "step_call", "step_breath", "step_help",
      why = "why_order", source = "RCUK 2025",
    }
    card.myth {
      scene = "call-120", text = "myth_hospital_first", right = false, why = "why_help_first",
      wrong = { shows = "drag-away" },
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
