-- SPDX-License-Identifier: CC-BY-4.0
-- A knock on the head: stop, watch for a day, know the signs of danger.
return {
  api = 1,
  id = "head-injury",
  version = 1,
  topic = "wounds",
  picture = "head-knock",
  minutes = 4,
  audience = { "adult", "school", "family" },
  sources = { "AHA/ARC 2024", "CDC", "NHS", "RCUK 2025", "American Red Cross" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_back", "not_header", "not_sleep_it_off", "not_sweet", "why_ear", "not_plug",
    "not_blow", "why_still", "not_sit", "not_turn_neck", "why_press", "not_wash_hair",
    "not_powder", "not_awake", "not_no_blood", "not_hush", "not_rock",
    "not_only_wait", "not_neck_first", "not_helmet_now", "not_look_under",
    "not_one_hour", "not_nobody", "not_towel", "not_collar", "not_painkiller",
    "not_tomorrow", "not_feels_well",
  },

  quiz = {
    { ask = "q_no_breath", scene = "press",
      "press_at_once",
      { "dare_not_move", why = "not_only_wait", shows = "stop-pressing" },
      { "fix_neck_first", why = "not_neck_first" },
      right = 1, why = "why_press_at_once", source = "RCUK 2025" },
    { ask = "q_helmet", scene = "helmet-on",
      "leave_helmet", { "helmet_off", why = "not_helmet_now" },
      { "look_under", why = "not_look_under" },
      right = 1, why = "why_helmet", source = "American Red Cross" },
    { ask = "q_how_long", scene = "head-sleep",
      "a_whole_day", { "one_hour", why = "not_one_hour" },
      { "nobody", why = "not_nobody" },
      right = 1, why = "why_whole_day", source = "NHS" },
    { ask = "q_worst_sign", scene = "call-120",
      "pupils_differ", { "a_bump", why = "not_bump" },
      { "a_graze", why = "not_graze" },
      right = 1, why = "why_pupils", source = "CDC" },
    { ask = "q_collar", scene = "keep-still",
      "no_collar", { "towel_tight", why = "not_towel" },
      { "collar_on", why = "not_collar" },
      right = 1, why = "why_no_collar", source = "AHA/ARC 2024" },
    { ask = "q_worse", scene = "head-watch",
      "to_hospital", { "painkiller", why = "not_painkiller" },
      { "until_tomorrow", why = "not_tomorrow" },
      right = 1, why = "why_hospital", source = "CDC" },
    { ask = "q_play_again", scene = "head-knock",
      "doctor_says_yes", { "feels_well", why = "not_feels_well" },
      { "next_half", why = "not_back", shows = "play-on" },
      right = 1, why = "why_off", source = "AHA/ARC 2024" },
  },

  run = function()
    card.ask {
      scene = "head-knock", text = "what_first",
      "off_the_field", { "five_minutes", why = "not_back", shows = "play-on" },
      { "header_test", why = "not_header" },
      right = 1, why = "why_off", source = "AHA/ARC 2024",
    }
    card.ask {
      scene = "head-watch", text = "vomits_sleepy",
      "call_now", { "sleep_it_off", why = "not_sleep_it_off", shows = "sleep-it-off" },
      { "sweet_drink", why = "not_sweet" },
      right = 1, why = "why_call_now", source = "CDC",
    }
    card.myth {
      scene = "head-knock", text = "no_blood", right = false, why = "why_no_blood",
      wrong = { why = "not_no_blood" }, source = "CDC",
    }
    card.ask {
      scene = "ear-fluid", text = "ear_runs",
      "leave_it", { "plug_it", why = "not_plug", shows = "plug-ear" },
      { "blow_nose", why = "not_blow" },
      right = 1, why = "why_ear", source = "NHS",
    }
    card.ask {
      scene = "keep-still", text = "fell_from_ladder",
      "stay_still", { "sit_up", why = "not_sit", shows = "sit-up-hurt" },
      { "turn_neck", why = "not_turn_neck" },
      right = 1, why = "why_still",
    }
    card.ask {
      scene = "head-press", text = "scalp_bleeds",
      "press_cloth", { "some_powder", why = "not_powder" },
      { "wash_hair", why = "not_wash_hair", shows = "wash-hair" },
      right = 1, why = "why_press",
    }
    card.myth {
      scene = "head-sleep", text = "stay_awake", right = false, why = "why_may_sleep",
      wrong = { why = "not_awake" }, source = "NHS",
    }
    card.match {
      scene = "call-120", text = "what_to_do",
      { "weak_arm", "then_120" }, { "only_bump", "then_watch" },
      { "cut_scalp", "then_press" },
      why = "why_what_to_do", source = "CDC",
    }
    card.ask {
      scene = "baby-cries", text = "baby_fell",
      "baby_120", { "hush_it", why = "not_hush" },
      { "rock_it", why = "not_rock", shows = "rock-baby" },
      right = 1, why = "why_baby", source = "CDC",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "CDC" }
  end,
}
