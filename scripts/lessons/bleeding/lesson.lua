-- SPDX-License-Identifier: CC-BY-4.0
-- Severe bleeding: press, add, a tourniquet where pressing is not enough, keep warm.
return {
  api = 1,
  id = "bleeding",
  version = 1,
  topic = "wounds",
  picture = "bleeding-press",
  minutes = 4,
  audience = { "adult", "village", "company" },
  sources = { "AHA/ARC 2024", "RCUK 2025", "ILCOR 2025", "NHC 2024", "民法典 184" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_wash", "not_powder", "why_layer", "not_lift", "not_change", "not_pull",
    "not_press_on_it", "not_on_knee", "not_on_wound", "not_drink", "not_in_ice",
    "not_thread", "not_let_go", "why_hurts", "not_gently", "not_rest_hands",
    "not_stronger", "not_tired", "not_ash", "not_band",
  },

  quiz = {
    { ask = "q_serious", scene = "call-120",
      "blood_pools", { "skinned_knee", why = "not_skinned" },
      { "nick", why = "not_nick" },
      right = 1, why = "why_serious", source = "AHA/ARC 2024" },
    { ask = "q_stops", scene = "bleeding-press",
      "press_on_wound", { "hold_it_high", why = "not_high", shows = "raise-leg" },
      { "pinch_vessel", why = "not_vessel" },
      right = 1, why = "why_stops", source = "ILCOR 2025" },
    { ask = "q_no_band", scene = "cloth-band",
      "wide_cloth", { "wire", why = "not_wire", shows = "band-of-wire" },
      { "thin_string", why = "not_thread" },
      right = 1, why = "why_wide", source = "AHA/ARC 2024" },
    { ask = "q_groin", scene = "bleeding-press",
      "pack_and_press", { "band_round_belly", why = "not_belly_band" },
      { "only_wait", why = "not_let_go" },
      right = 1, why = "why_pack", source = "AHA/ARC 2024" },
    { ask = "q_small_cut", scene = "small-cut",
      "wash_and_cover", { "cigarette_ash", why = "not_ash", shows = "ash-on-cut" },
      { "put_a_band_on", why = "not_band" },
      right = 1, why = "why_small_cut", source = "NHC 2024" },
    { ask = "q_bag", scene = "bleeding-press",
      "keeps_blood_off", { "hands_stronger", why = "not_stronger" },
      { "hands_not_tired", why = "not_tired" },
      right = 1, why = "why_bag", source = "NHC 2024" },
    { ask = "q_who_loosens", scene = "tourniquet-time",
      "the_doctor", { "me_each_half_hour", why = "not_loosen", shows = "loosen-band" },
      { "the_hurt_man", why = "not_himself" },
      right = 1, why = "why_who_loosens", source = "RCUK 2025" },
    { ask = "q_hurts", scene = "bleeding-press",
      "press_and_tell", { "press_gently", why = "not_gently" },
      { "rest_hands", why = "not_rest_hands" },
      right = 1, why = "why_hurts" },
  },

  run = function()
    card.ask {
      scene = "bleeding-press", text = "what_first",
      "press_hard", { "wash_it", why = "not_wash" },
      { "put_powder_on", why = "not_powder", shows = "pour-powder" },
      right = 1, why = "why_press", source = "AHA/ARC 2024",
    }
    card.myth {
      scene = "bleeding-press", text = "law", right = false, why = "why_law",
      wrong = { why = "not_afraid" }, source = "民法典 184",
    }
    card.ask {
      scene = "bleeding-layer", text = "soaked",
      "one_more_layer", { "lift_and_look", why = "not_lift", shows = "lift-to-look" },
      { "change_cloth", why = "not_change" },
      right = 1, why = "why_layer",
    }
    card.ask {
      scene = "bleeding-object", text = "glass",
      "leave_and_pad", { "pull_it_out", why = "not_pull", shows = "pull-it-out" },
      { "press_on_it", why = "not_press_on_it" },
      right = 1, why = "why_glass", source = "NHC 2024",
    }
    card.order {
      scene = "bleeding-layer", text = "in_order",
      "step_bag", "step_press", "step_layer", "step_band",
      why = "why_in_order", source = "AHA/ARC 2024",
    }
    card.ask {
      scene = "tourniquet", text = "where_band",
      "above_wound", { "on_knee", why = "not_on_knee", shows = "band-on-knee" },
      { "on_wound", why = "not_on_wound" },
      right = 1, why = "why_above", source = "RCUK 2025",
    }
    card.ask {
      scene = "tourniquet-time", text = "band_is_on",
      "note_time", { "loosen_it", why = "not_loosen", shows = "loosen-band" },
      { "take_it_off", why = "not_take_off" },
      right = 1, why = "why_time", source = "RCUK 2025",
    }
    card.ask {
      scene = "shock-warm", text = "turns_pale",
      "flat_and_warm", { "hot_drink", why = "not_drink", shows = "give-a-drink" },
      { "legs_up", why = "not_legs_up", shows = "legs-up" },
      right = 1, why = "why_warm", source = "AHA/ARC 2024",
    }
    card.myth {
      scene = "cut-finger", text = "finger_in_ice", right = false, why = "why_two_bags",
      wrong = { why = "not_in_ice", shows = "finger-in-ice" }, source = "ILCOR 2025",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
