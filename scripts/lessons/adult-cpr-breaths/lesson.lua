-- SPDX-License-Identifier: CC-BY-4.0
-- 30:2 for whoever has learnt to give breaths: press, tilt, seal, two breaths, press.

return {
  api = 1,
  id = "adult-cpr-breaths",
  version = 1,
  topic = "cpr",
  picture = "give-breath",
  minutes = 4,
  audience = { "adult", "school", "company" },
  sources = { "AHA 2025", "RCUK 2025", "ERC 2025", "ILCOR 2025", "民法典" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_tilt", "not_pillow", "not_aside", "why_seal", "not_nose", "not_gap", "not_hard",
    "not_faint_puff", "why_again", "not_blow_on", "not_skip", "not_breath_first",
    "not_long_pause", "not_five_one", "not_nothing", "not_rest", "not_together",
    "not_lady_doctor", "not_beside", "not_finish_breaths", "not_only_blow", "not_adult_more",
    "not_all_alike", "why_who_needs", "not_instead", "why_round",
  },

  quiz = {
    { ask = "q_ratio", scene = "press",
      "thirty_two", { "fifteen_two", why = "not_fifteen" },
      { "five_one", why = "not_five_one" },
      right = 1, why = "why_ratio", source = "RCUK 2025" },
    { ask = "q_pause", scene = "breathe",
      "ten_seconds", { "thirty_seconds", why = "not_long_pause" },
      { "as_long_as_needed", why = "not_long_pause" },
      right = 1, why = "why_pause", source = "AHA 2025" },
    { ask = "q_unwilling", scene = "press",
      "press_on", { "do_nothing", why = "not_nothing", shows = "stop-pressing" },
      { "press_and_rest", why = "not_rest" },
      right = 1, why = "why_unwilling", source = "ILCOR 2025" },
    { ask = "q_who_needs", scene = "breathe",
      "drowned_and_children", { "sudden_adults", why = "not_adult_more" },
      { "all_alike", why = "not_all_alike" },
      right = 1, why = "why_who_needs", source = "AHA 2025" },
    { ask = "q_five_rounds", scene = "swap",
      "swap_now", { "rest_together", why = "not_together" },
      { "only_blow", why = "not_only_blow" },
      right = 1, why = "why_swap", source = "AHA 2025" },
    { ask = "q_woman", scene = "press-woman",
      "centre_as_all", { "lady_doctor", why = "not_lady_doctor", shows = "wait-aside" },
      { "beside_breast", why = "not_beside" },
      right = 1, why = "why_woman", source = "ERC 2025" },
    { ask = "q_aed_comes", scene = "aed-arrives",
      "aed_at_once", { "finish_rounds", why = "not_finish_breaths" },
      { "only_without_breaths", why = "not_instead" },
      right = 1, why = "why_aed_at_once", source = "ERC 2025" },
  },

  run = function()
    card.ask {
      scene = "start-cpr", text = "what_first",
      "press_thirty", { "breathe_first", why = "not_breath_first", shows = "breathe-first" },
      { "feel_pulse", why = "not_pulse", shows = "feel-pulse" },
      right = 1, why = "why_press_first", source = "AHA 2025",
    }
    card.ask {
      scene = "open-airway", text = "how_to_open",
      "tilt_and_lift", { "pillow", why = "not_pillow", shows = "pillow" },
      { "head_aside", why = "not_aside" },
      right = 1, why = "why_tilt", source = "RCUK 2025",
    }
    card.ask {
      scene = "give-breath", text = "how_to_blow",
      "pinch_and_seal", { "nose_free", why = "not_nose", shows = "nose-open" },
      { "from_afar", why = "not_gap", shows = "from-afar" },
      right = 1, why = "why_seal",
    }
    card.ask {
      scene = "chest-rises", text = "how_much",
      "till_it_rises", { "blow_hard", why = "not_hard", shows = "blow-hard" },
      { "faint_puff", why = "not_faint_puff", shows = "faint-puff" },
      right = 1, why = "why_rises", source = "AHA 2025",
    }
    card.ask {
      scene = "breathe", text = "no_rise",
      "tilt_again", { "blow_on", why = "not_blow_on" },
      { "skip_it", why = "not_skip", shows = "head-not-tilted" },
      right = 1, why = "why_again", source = "AHA 2025",
    }
    cpr.coach {
      seconds = 60, guideline = "adult", breaths = true, scene = "press", text = "now_30_2",
      no_manikin = { "no_manikin", scene = "breathe" }, source = "AHA 2025",
    }
    card.order {
      scene = "breathe", text = "one_round",
      "step_press", "step_tilt", "step_pinch", "step_blow", "step_again",
      why = "why_round", source = "RCUK 2025",
    }
    card.myth {
      scene = "press-woman", text = "harm_and_pay", right = false, why = "why_law",
      source = "民法典184",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "RCUK 2025" }
  end,
}
