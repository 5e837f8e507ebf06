-- SPDX-License-Identifier: CC-BY-4.0
-- Burns and scalds: cool for 20 minutes, take off, cover, have it seen.
return {
  api = 1,
  id = "burns",
  version = 1,
  topic = "wounds",
  picture = "burn-cool",
  minutes = 4,
  audience = { "adult", "family" },
  sources = { "NHS", "BBA", "AHA/ARC 2024", "NHC 2024" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_toothpaste", "not_ice", "not_moment", "step_soak", "not_pull_off",
    "not_hot_water", "not_prick", "not_ointment", "why_no_sauce", "not_sauce",
    "not_fan", "why_roll", "not_run", "not_beat", "not_wash_first", "not_vinegar",
    "why_ring", "not_swelling", "not_round_the_ring", "not_tight", "not_on_face",
    "not_plaster", "not_salt", "not_too_late", "not_two", "why_in_order",
  },

  quiz = {
    { ask = "q_hospital", scene = "call-120",
      "face_or_hand", { "little_red", why = "not_little" },
      { "warm_only", why = "not_warm_only" },
      right = 1, why = "why_hospital", source = "AHA/ARC 2024" },
    { ask = "q_late", scene = "burn-cool",
      "still_cool", { "too_late", why = "not_too_late" },
      { "ointment_then", why = "not_ointment" },
      right = 1, why = "why_still", source = "NHS" },
    { ask = "q_ring", scene = "burn-sleeve",
      "ring_off_now", { "ring_later", why = "not_swelling" },
      { "wrap_the_ring", why = "not_round_the_ring" },
      right = 1, why = "why_ring", source = "NHC 2024" },
    { ask = "q_film", scene = "burn-film",
      "lay_it_on", { "wind_it_tight", why = "not_tight" },
      { "over_the_face", why = "not_on_face" },
      right = 1, why = "why_film", source = "AHA/ARC 2024" },
    { ask = "q_water", scene = "burn-cool",
      "tap_water", { "ice_water", why = "not_ice", shows = "ice-on-burn" },
      { "salt_water", why = "not_salt" },
      right = 1, why = "why_tap", source = "NHS" },
    { ask = "q_electric", scene = "electric-burn",
      "see_a_doctor", { "a_plaster", why = "not_plaster" },
      { "some_ointment", why = "not_ointment" },
      right = 1, why = "why_electric", source = "NHS" },
  },

  run = function()
    card.ask {
      scene = "burn-cool", text = "what_first",
      "cold_water", { "toothpaste", why = "not_toothpaste", shows = "toothpaste" },
      { "ice_on_it", why = "not_ice", shows = "ice-on-burn" },
      right = 1, why = "why_cool", source = "NHS",
    }
    card.ask {
      scene = "burn-cool", text = "how_long",
      "twenty_minutes", { "two_minutes", why = "not_two" },
      { "a_moment", why = "not_moment" },
      right = 1, why = "why_twenty", source = "NHS",
    }
    card.order {
      scene = "burn-cool", text = "in_order",
      "step_cool", "step_undress", "step_soak", "step_cover", "step_go",
      why = "why_in_order",
    }
    card.ask {
      scene = "burn-sleeve", text = "sleeve_sticks",
      "cut_around", { "pull_off", why = "not_pull_off", shows = "tear-sleeve" },
      { "hot_water", why = "not_hot_water" },
      right = 1, why = "why_cut_around", source = "NHC 2024",
    }
    card.ask {
      scene = "burn-cover", text = "blisters",
      "leave_and_cover", { "prick_them", why = "not_prick", shows = "prick-blister" },
      { "put_ointment_on", why = "not_ointment" },
      right = 1, why = "why_cover", source = "AHA/ARC 2024",
    }
    card.myth {
      scene = "burn-cover", text = "sauce", right = false, why = "why_no_sauce",
      wrong = { why = "not_sauce", shows = "sauce-on-burn" },
    }
    card.ask {
      scene = "burn-child", text = "large_on_child",
      "keep_her_warm", { "cold_all_over", why = "not_all_over", shows = "cold-all-over" },
      { "fan_on_her", why = "not_fan" },
      right = 1, why = "why_keep_warm", source = "BBA",
    }
    card.ask {
      scene = "clothes-fire", text = "on_fire",
      "stop_and_roll", { "run_for_water", why = "not_run", shows = "run-burning" },
      { "beat_it", why = "not_beat" },
      right = 1, why = "why_roll",
    }
    card.ask {
      scene = "burn-powder", text = "lime",
      "brush_off", { "water_at_once", why = "not_wash_first", shows = "water-on-powder" },
      { "some_vinegar", why = "not_vinegar" },
      right = 1, why = "why_brush", source = "BBA",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
