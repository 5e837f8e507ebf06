-- SPDX-License-Identifier: CC-BY-4.0
-- Stroke by 1-2-0: look at the face, check both arms, listen, and call 120.
return {
  api = 1,
  id = "stroke",
  version = 1,
  topic = "sudden",
  minutes = 4,
  audience = { "adult", "elder", "village" },
  sources = { "AHA/ARC 2024", "AHA 2025", "American Stroke Association 2025",
    "Henan Health Commission 2025", "NHS" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_sleep", "not_bleed", "not_rub", "not_tired", "why_time", "not_pill", "not_drink",
    "why_side", "not_feed", "not_flat", "why_wait", "not_drive", "not_clinic", "not_hour",
    "not_warm", "not_blood", "not_meal", "not_first_bleed", "not_better", "not_nap",
    "not_glasses", "not_medicine", "not_wait_side", "not_doctor_later", "not_grip",
    "why_no_needle",
  },

  quiz = {
    { ask = "q_one", scene = "stroke-face",
      "look_face", { "one_aspirin", why = "not_aspirin" },
      { "one_hour", why = "not_hour" },
      right = 1, why = "why_one", source = "Henan Health Commission 2025" },
    { ask = "q_arms", scene = "stroke-arms",
      "lift_both", { "squeeze_hand", why = "not_grip" },
      { "feel_warm", why = "not_warm" },
      right = 1, why = "why_lift", source = "AHA/ARC 2024" },
    { ask = "q_tell", scene = "stroke-wait",
      "last_well", { "blood_group", why = "not_blood" },
      { "last_meal", why = "not_meal" },
      right = 1, why = "why_time" },
    { ask = "q_bleed", scene = "stroke-face",
      "no_needle",
      { "needle_then_call", why = "not_first_bleed", shows = "prick-finger" },
      { "needle_and_see", why = "not_bleed" },
      right = 1, why = "why_no_needle" },
    { ask = "q_balance", scene = "stroke-balance",
      "maybe_stroke", { "slept_badly", why = "not_nap" },
      { "new_glasses", why = "not_glasses" },
      right = 1, why = "why_balance", source = "American Stroke Association 2025" },
    { ask = "q_speech", scene = "stroke-speech",
      "speech_call", { "speech_later", why = "not_better" },
      { "speech_doctor", why = "not_doctor_later" },
      right = 1, why = "why_zero", source = "AHA/ARC 2024" },
    { ask = "q_no_breath", scene = "stroke-stops",
      "press_chest", { "give_medicine", why = "not_medicine" },
      { "side_and_wait", why = "not_wait_side" },
      right = 1, why = "why_press", source = "AHA 2025" },
  },

  run = function()
    card.ask {
      scene = "stroke-face", text = "what_first",
      "ask_smile", { "go_to_bed", why = "not_sleep", shows = "send-to-bed" },
      { "prick_fingers", why = "not_bleed", shows = "prick-finger" },
      right = 1, why = "why_face", source = "AHA/ARC 2024",
    }
    card.ask {
      scene = "stroke-arms", text = "arm_drifts",
      "stroke_call", { "rub_arm", why = "not_rub", shows = "rub-arm" },
      { "just_tired", why = "not_tired" },
      right = 1, why = "why_arms", source = "AHA/ARC 2024",
    }
    card.match {
      scene = "stroke-speech", text = "what_means",
      { "one", "look_face" },
      { "two", "check_arms" },
      { "zero", "listen_speech" },
      why = "why_zero", source = "Henan Health Commission 2025",
    }
    call.dial {
      scene = "stroke-wait", text = "now_call", number = "120",
      address = { "village_house", "in_village", right = 1 },
      what = { "droop_and_weak", "not_well", right = 1 },
      state = { "well_at_noon", "do_not_know", right = 1, ask = "since_when",
        why = "why_time" },
    }
    card.myth {
      scene = "stroke-arms", text = "gone_again", right = false, why = "why_gone",
      source = "NHS",
    }
    card.ask {
      scene = "stroke-wait", text = "what_to_give",
      "nothing", { "aspirin", why = "not_aspirin", shows = "feed-pill" },
      { "herbal_pill", why = "not_pill" },
      { "some_water", why = "not_drink" },
      right = 1, why = "why_nothing", source = "Henan Health Commission 2025",
    }
    card.ask {
      scene = "stroke-side", text = "drowsy",
      "on_her_side", { "hot_water", why = "not_feed" },
      { "flat_to_sleep", why = "not_flat" },
      right = 1, why = "why_side",
    }
    card.ask {
      scene = "stroke-wait", text = "my_car",
      "wait_ambulance", { "take_car", why = "not_drive" },
      { "village_clinic", why = "not_clinic" },
      right = 1, why = "why_wait", source = "NHS",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
