-- SPDX-License-Identifier: CC-BY-4.0
-- Broken bones and sprains: leave it as it lies, splint, cover, cool.
return {
  api = 1,
  id = "fractures",
  version = 1,
  topic = "wounds",
  minutes = 4,
  audience = { "adult", "elder", "company" },
  sources = { "AHA/ARC 2024", "St John", "NHS", "NHC 2024" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_straight", "not_rub", "why_can_move", "not_can_move", "why_toes",
    "not_walk_try", "not_pretty", "not_push_in", "not_wash_bone", "why_ask",
    "not_pull_up", "not_carry", "not_hot", "not_run_on", "not_warm_it", "not_rub_it",
    "not_string", "not_limp", "not_on_skin", "not_all_night", "not_sit_up",
    "not_walk_it_off", "not_bend_back", "not_shake", "not_wants_to", "not_crowd",
    "not_only_break", "not_only_foot",
  },

  quiz = {
    { ask = "q_what_splint", scene = "splint-arm",
      "rolled_magazine", { "piece_of_string", why = "not_string" },
      { "limp_home", why = "not_limp" },
      right = 1, why = "why_magazine", source = "NHC 2024" },
    { ask = "q_signs", scene = "fracture-arm",
      "swollen_and_odd", { "scraped", why = "not_scraped" },
      { "itches", why = "not_itches" },
      right = 1, why = "why_signs", source = "NHC 2024" },
    { ask = "q_cold_pack", scene = "ankle-cold",
      "in_damp_cloth", { "on_bare_skin", why = "not_on_skin" },
      { "all_night", why = "not_all_night" },
      right = 1, why = "why_cold_pack", source = "NHS" },
    { ask = "q_back", scene = "keep-still",
      "still_and_call", { "help_him_sit", why = "not_sit_up" },
      { "walk_it_off", why = "not_walk_it_off" },
      right = 1, why = "why_back", source = "St John" },
    { ask = "q_crooked", scene = "fracture-arm",
      "as_it_is", { "bend_it_back", why = "not_bend_back", shows = "pull-straight" },
      { "shake_it", why = "not_shake" },
      right = 1, why = "why_crooked", source = "AHA/ARC 2024" },
    { ask = "q_move", scene = "elder-fall",
      "danger_there", { "wants_to_go", why = "not_wants_to" },
      { "people_watch", why = "not_crowd" },
      right = 1, why = "why_move", source = "NHC 2024" },
  },

  run = function()
    card.ask {
      scene = "fracture-arm", text = "what_first",
      "hold_still", { "pull_straight", why = "not_straight", shows = "pull-straight" },
      { "rub_liquor", why = "not_rub", shows = "rub-liquor" },
      right = 1, why = "why_still", source = "AHA/ARC 2024",
    }
    card.myth {
      scene = "fracture-arm", text = "can_move", right = false, why = "why_can_move",
      wrong = { why = "not_can_move" },
    }
    card.ask {
      scene = "splint", text = "how_long_board",
      "both_joints", { "only_the_break", why = "not_only_break", shows = "splint-short" },
      { "only_the_foot", why = "not_only_foot" },
      right = 1, why = "why_both", source = "St John",
    }
    card.ask {
      scene = "splint-toes", text = "then_look",
      "warm_and_pink", { "let_him_walk", why = "not_walk_try" },
      { "looks_neat", why = "not_pretty" },
      right = 1, why = "why_toes",
    }
    card.ask {
      scene = "open-fracture", text = "bone_shows",
      "cover_and_call", { "push_it_in", why = "not_push_in", shows = "push-bone-in" },
      { "wash_it", why = "not_wash_bone", shows = "wash-bone" },
      right = 1, why = "why_cover", source = "NHC 2024",
    }
    card.ask {
      scene = "elder-fall", text = "grandmother_fell",
      "ask_first", { "pull_her_up", why = "not_pull_up", shows = "pull-her-up" },
      { "carry_to_bed", why = "not_carry" },
      right = 1, why = "why_ask",
    }
    card.ask {
      scene = "ankle-cold", text = "turned_ankle",
      "sit_and_cool", { "hot_bath", why = "not_hot", shows = "hot-footbath" },
      { "run_on", why = "not_run_on" },
      right = 1, why = "why_cool", source = "NHS",
    }
    card.match {
      scene = "ankle-cold", text = "first_days",
      { "cold_pack", "wrapped_in_cloth" }, { "liquor", "not_rubbed_in" },
      { "bandage", "around_it" }, { "foot", "up_high" },
      why = "why_first_days", source = "NHS",
    }
    card.ask {
      scene = "cold-foot", text = "foot_is_cold",
      "call_now", { "hot_bottle", why = "not_warm_it" },
      { "rub_foot", why = "not_rub_it" },
      right = 1, why = "why_call_now", source = "AHA/ARC 2024",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
