-- SPDX-License-Identifier: CC-BY-4.0
-- Heat stroke: call 120, cool first, and only then to hospital.
return {
  api = 1,
  id = "heat",
  version = 1,
  topic = "weather",
  minutes = 4,
  audience = { "adult", "village", "company" },
  sources = { "AHA 2025", "ERC 2025", "ILCOR 2020", "RCUK 2025",
    "China heat stroke consensus", "China heat stroke guideline 2025" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_huoxiang", "not_scrape", "not_car", "not_sun", "not_alcohol", "not_sweat_out",
    "not_patch", "not_wait", "why_no_pills", "not_gulp", "not_huoxiang_after", "not_feed",
    "not_lift_head", "not_thirsty", "not_red", "not_sleep", "not_work_on",
    "not_drive_first", "not_stop_at_once", "not_go_on", "not_ice_drink", "not_medicine",
    "why_early", "rest_drink", "shade_cool",
  },

  quiz = {
    { ask = "q_sign", scene = "heat-worker",
      "confused", { "thirsty", why = "not_thirsty" },
      { "red_face", why = "not_red" },
      right = 1, why = "why_sign", source = "China heat stroke guideline 2025" },
    { ask = "q_thermometer", scene = "heat-cool",
      "fifteen", { "two_minutes", why = "not_stop_at_once" },
      { "until_shivers", why = "not_go_on" },
      right = 1, why = "why_fifteen", source = "ERC 2025" },
    { ask = "q_39", scene = "heat-cool",
      "below_39", { "below_41", why = "not_stop_at_once" },
      { "below_35", why = "not_go_on" },
      right = 1, why = "why_39", source = "ERC 2025" },
    { ask = "q_rub", scene = "heat-fan",
      "wet_towels", { "spirit_rub", why = "not_alcohol", shows = "rub-alcohol" },
      { "cover_up", why = "not_sweat_out" },
      right = 1, why = "why_towels", source = "China heat stroke consensus" },
    { ask = "q_dizzy", scene = "heat-sip",
      "stop_and_shade", { "work_on", why = "not_work_on" },
      { "sleep_in_car", why = "not_car" },
      right = 1, why = "why_early", source = "China heat stroke consensus" },
    { ask = "q_first", scene = "heat-cool",
      "cool_then_go", { "go_then_cool", why = "not_drive_first" },
      { "sleep_it_off", why = "not_sleep" },
      right = 1, why = "why_first", source = "ERC 2025" },
    { ask = "still_confused", scene = "heat-worker",
      "no_drink", { "feed_water", why = "not_feed", shows = "give-huoxiang" },
      { "lift_and_feed", why = "not_lift_head" },
      right = 1, why = "why_no_drink", source = "RCUK 2025" },
    { ask = "q_no_breath", scene = "heat-stops",
      "press_chest", { "cold_drink", why = "not_ice_drink" },
      { "heat_medicine", why = "not_medicine" },
      right = 1, why = "why_press", source = "AHA 2025" },
  },

  run = function()
    card.ask {
      scene = "heat-worker", text = "what_first",
      "call_and_cool", { "huoxiang", why = "not_huoxiang", shows = "give-huoxiang" },
      { "scrape_skin", why = "not_scrape" },
      right = 1, why = "why_cool_first", source = "ERC 2025",
    }
    call.dial {
      scene = "heat-worker", text = "now_call", number = "120",
      address = { "field_and_group", "in_the_field", right = 1 },
      what = { "hot_and_confused", "not_well", right = 1 },
    }
    card.ask {
      scene = "heat-shade", text = "where_to",
      "shade_and_wind", { "closed_car", why = "not_car" },
      { "stay_in_sun", why = "not_sun" },
      right = 1, why = "why_shade", source = "China heat stroke consensus",
    }
    card.ask {
      scene = "heat-cool", text = "how_to_cool",
      "in_cold_water", { "spirit_rub", why = "not_alcohol" },
      { "cover_up", why = "not_sweat_out", shows = "cover-up" },
      right = 1, why = "why_water", source = "ERC 2025",
    }
    card.ask {
      scene = "heat-fan", text = "no_tub",
      "splash_and_fan", { "fever_patch", why = "not_patch" },
      { "just_wait", why = "not_wait" },
      right = 1, why = "why_fan", source = "China heat stroke consensus",
    }
    card.myth {
      scene = "heat-fan", text = "fever_pills", right = false, why = "why_no_pills",
    }
    card.ask {
      scene = "heat-sip", text = "awake_again",
      "small_sips", { "gulp_ice_water", why = "not_gulp" },
      { "huoxiang_after", why = "not_huoxiang_after" },
      right = 1, why = "why_sips", source = "China heat stroke consensus",
    }
    card.match {
      scene = "heat-shade", text = "how_bad",
      { "thirst_sweat", "rest_drink" },
      { "sick_and_hot", "shade_cool" },
      { "confused_fits", "call_cool" },
      why = "why_levels", source = "China heat stroke guideline 2025",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "ERC 2025" }
  end,
}
