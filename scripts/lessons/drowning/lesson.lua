-- SPDX-License-Identifier: CC-BY-4.0
-- Somebody in the water: help from the bank, and what helps once he is out.

return {
  api = 1,
  id = "drowning",
  version = 1,
  topic = "weather",
  minutes = 4,
  audience = { "adult", "school", "village" },
  sources = {
    "AHA/AAP 2024", "AHA 2025", "RCUK 2025", "ILCOR 2025", "MOE 2013", "NHC 2025",
  },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_from_bank", "not_jump", "not_chain", "why_no_draining", "not_drain",
    "not_belly", "why_press_alone", "not_wait", "not_pat", "not_press_only", "not_throw_up",
    "why_order", "why_keep_warm", "not_liquor", "not_walk_home", "why_not_alone",
    "not_in_a_group", "why_throw", "not_stone", "not_hand", "why_water_later", "not_minute",
    "not_run", "not_no_aed", "not_same", "not_reservoir", "not_quiet_river", "not_sleep_home",
    "not_few_days", "why_dry", "not_shock_all", "not_clothes_first", "why_which_first",
    "not_film", "not_crowd",
  },

  quiz = {
    { ask = "q_throw", scene = "river-bank",
      "bottle_or_ring", { "stone", why = "not_stone" }, { "own_hand", why = "not_hand" },
      right = 1, why = "why_throw" },
    { ask = "q_water_first", scene = "drowned",
      "start_at_once", { "one_minute", why = "not_minute", shows = "drain" },
      { "run_with_him", why = "not_run" },
      right = 1, why = "why_water_later" },
    { ask = "q_difference", scene = "drowned",
      "breaths_matter", { "no_aed", why = "not_no_aed" }, { "all_the_same", why = "not_same" },
      right = 1, why = "why_difference", source = "AHA 2025" },
    { ask = "q_where", scene = "river-bank",
      "pool_with_adult", { "reservoir", why = "not_reservoir" },
      { "quiet_river", why = "not_quiet_river" },
      right = 1, why = "why_where", source = "MOE 2013" },
    { ask = "q_awake_again", scene = "warm-side",
      "to_hospital", { "sleep_home", why = "not_sleep_home" },
      { "few_days", why = "not_few_days" },
      right = 1, why = "why_to_hospital", source = "AHA/AAP 2024" },
    { ask = "q_wet_aed", scene = "drowned",
      "dry_and_use", { "never_wet", why = "not_shock_all" },
      { "clothes_first", why = "not_clothes_first" },
      right = 1, why = "why_dry", source = "RCUK 2025" },
    { ask = "q_adult_came", scene = "river-bank",
      "point_at_place", { "film_it", why = "not_film" }, { "crowd_in", why = "not_crowd" },
      right = 1, why = "why_which_first" },
  },

  run = function()
    card.ask {
      scene = "river-bank", text = "classmate_fell_in",
      "shout_and_reach", { "jump_in", why = "not_jump", shows = "jump-in" },
      { "hand_in_hand", why = "not_chain", shows = "hand-chain" },
      right = 1, why = "why_from_bank",
    }
    card.ask {
      scene = "drowned", text = "out_of_water",
      "call_and_cpr", { "upside_down", why = "not_drain", shows = "drain" },
      { "press_belly", why = "not_belly", shows = "press-belly" },
      right = 1, why = "why_no_draining", source = "AHA/AAP 2024",
    }
    card.ask {
      scene = "drowned", text = "never_learnt_breaths",
      "press_at_once", { "wait_for_120", why = "not_wait", shows = "only-wait" },
      { "pat_his_face", why = "not_pat" },
      right = 1, why = "why_press_alone", source = "ILCOR 2025",
    }
    card.ask {
      scene = "drowned-breath", text = "learnt_breaths",
      "five_breaths_first", { "press_only", why = "not_press_only" },
      { "wait_for_vomit", why = "not_throw_up" },
      right = 1, why = "why_breaths", source = "RCUK 2025",
    }
    card.order {
      scene = "drowned", text = "put_in_order",
      "step_tap", "step_call", "step_cpr", "step_aed",
      why = "why_order", source = "AHA/AAP 2024",
    }
    card.ask {
      scene = "warm-side", text = "breathes_again",
      "side_and_warm", { "liquor", why = "not_liquor", shows = "give-liquor" },
      { "walk_home", why = "not_walk_home" },
      right = 1, why = "why_keep_warm", source = "AHA/AAP 2024",
    }
    card.myth {
      scene = "river-bank", text = "myth_group", right = false, why = "why_not_alone",
      wrong = { why = "not_in_a_group" }, source = "NHC 2025",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words" }
  end,
}
