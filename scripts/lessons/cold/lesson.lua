-- SPDX-License-Identifier: CC-BY-4.0
-- Hypothermia: out of the wind, dry, wrapped, warm and sweet to drink; never spirits.
return {
  api = 1,
  id = "cold",
  version = 1,
  topic = "weather",
  minutes = 4,
  audience = { "adult", "school", "village" },
  sources = { "AHA/ARC 2024", "AHA 2025", "simonscotland.org" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_spirits", "not_hot_bath", "not_above_only", "not_hat_off", "not_spirits_inside",
    "not_nothing", "not_let_sleep", "not_run", "why_snow", "not_fire", "not_snow",
    "not_pull_up", "why_boat", "not_cotton", "not_drink_boat", "not_feed",
    "not_spirits_feed", "not_too_cold", "not_wait_warm", "not_walk_home", "not_refreeze",
    "not_more_shiver", "not_fingers", "why_no_breath", "not_heater",
  },

  quiz = {
    { ask = "q_sign", scene = "cold-wet",
      "stops_shivering", { "cold_hands", why = "not_fingers" },
      { "goose_bumps", why = "not_more_shiver" },
      right = 1, why = "why_sign", source = "simonscotland.org" },
    { ask = "q_boat", scene = "cold-boat",
      "life_jacket", { "cotton_only", why = "not_cotton" },
      { "drink_boat", why = "not_drink_boat", shows = "drink-aboard" },
      right = 1, why = "why_boat" },
    { ask = "q_feed", scene = "cold-wrap",
      "no_drink", { "feed_tea", why = "not_feed" },
      { "feed_spirits", why = "not_spirits_feed" },
      right = 1, why = "why_no_drink", source = "AHA/ARC 2024" },
    { ask = "q_heater", scene = "cold-wrap",
      "no_heater", { "heat_lamp", why = "not_heater" },
      { "hot_bath", why = "not_hot_bath" },
      right = 1, why = "why_no_heater", source = "AHA/ARC 2024" },
    { ask = "q_refreeze", scene = "cold-hand",
      "keep_wrapped", { "thaw_now", why = "not_refreeze" },
      { "rub_snow", why = "not_snow", shows = "rub-snow" },
      right = 1, why = "why_refreeze", source = "AHA/ARC 2024" },
    { ask = "q_no_breath", scene = "cold-stops",
      "press_chest", { "too_cold", why = "not_too_cold" },
      { "wait_warm", why = "not_wait_warm" },
      right = 1, why = "why_no_breath", source = "AHA 2025" },
  },

  run = function()
    card.ask {
      scene = "cold-wet", text = "what_first",
      "dry_and_wrap", { "spirits", why = "not_spirits", shows = "give-spirits" },
      { "rub_limbs", why = "not_rub", shows = "rub-limbs" },
      right = 1, why = "why_dry", source = "AHA/ARC 2024",
    }
    card.order {
      scene = "cold-wrap", text = "in_order",
      "out_of_wind", "wet_off", "wrap_up", "sweet_drink",
      why = "why_order", source = "simonscotland.org",
    }
    card.ask {
      scene = "cold-wrap", text = "often_forgotten",
      "under_and_head", { "above_only", why = "not_above_only" },
      { "hat_off", why = "not_hat_off" },
      right = 1, why = "why_under", source = "simonscotland.org",
    }
    card.ask {
      scene = "cold-drink", text = "what_drink",
      "warm_sweet", { "spirits_inside", why = "not_spirits_inside",
        shows = "drink-spirits" },
      { "nothing", why = "not_nothing" },
      right = 1, why = "why_sweet", source = "AHA/ARC 2024",
    }
    card.ask {
      scene = "cold-wrap", text = "no_more_shiver",
      "worse_120", { "better_sleep", why = "not_let_sleep" },
      { "run_warm", why = "not_run" },
      right = 1, why = "why_worse", source = "simonscotland.org",
    }
    call.dial {
      scene = "cold-wrap", text = "now_call", number = "120",
      address = { "bridge_and_group", "by_the_river", right = 1 },
      what = { "wet_and_drowsy", "not_well", right = 1 },
    }
    card.ask {
      scene = "cold-wrap", text = "how_to_move",
      "lying_gently", { "pull_up", why = "not_pull_up" },
      { "walk_home", why = "not_walk_home" },
      right = 1, why = "why_gently", source = "simonscotland.org",
    }
    card.myth {
      scene = "cold-hand", text = "snow_helps", right = false, why = "why_snow",
      wrong = { shows = "rub-snow" }, source = "AHA/ARC 2024",
    }
    card.ask {
      scene = "cold-hand", text = "frozen_fingers",
      "lukewarm", { "over_fire", why = "not_fire" },
      { "rub_hard", why = "not_rub", shows = "rub-snow" },
      right = 1, why = "why_lukewarm", source = "AHA/ARC 2024",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
