-- SPDX-License-Identifier: CC-BY-4.0
-- An AED: switch on, bare dry skin, pads, nobody touches, press again at once.

-- Each play has a function: what it returns is forgotten where the function ends.
local function pads()
  aed.place_pads { text = "from_the_water", wet = true, source = "RCUK 2025" }
end

local function clear()
  aed.stand_clear { source = "RCUK 2025" }
end

local function shock()
  aed.shock { source = "RCUK 2025" }
end

return {
  api = 1,
  id = "aed",
  version = 1,
  topic = "cpr",
  picture = "aed-arrives",
  minutes = 3,
  audience = { "adult", "school", "company" },
  sources = { "RCUK 2025", "ERC 2025", "ILCOR 2025", "AHA 2025", "民法典" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_read_first", "not_wait_for_120", "not_through_clothes", "not_too_shy",
    "not_all_is_well", "not_shock_anyway", "not_for_children", "not_both_on_breast",
    "not_for_mothers", "not_press_only", "why_necklace", "not_on_it", "not_look_for_tool",
    "why_patch", "not_over_patch", "not_to_belly", "why_lump", "not_on_lump",
    "not_because_lump", "not_in_water", "not_no_aed", "not_two_more", "not_pulse_first",
    "not_ten_minutes", "not_never", "why_looks_first", "not_shocks_all", "not_like_a_doctor",
  },

  quiz = {
    { ask = "q_mother", scene = "mother-and-aed",
      "yes_and_press", { "no_because_of_baby", why = "not_for_mothers", shows = "leave-her" },
      { "only_press", why = "not_press_only" },
      right = 1, why = "why_mother", source = "AHA 2025" },
    { ask = "q_necklace", scene = "pad-necklace",
      "move_it_aside", { "stick_over_it", why = "not_on_it" },
      { "look_for_a_tool", why = "not_look_for_tool" },
      right = 1, why = "why_necklace" },
    { ask = "q_patch", scene = "pad-patch",
      "take_off_and_wipe", { "stick_on_patch", why = "not_over_patch" },
      { "pads_on_belly", why = "not_to_belly" },
      right = 1, why = "why_patch" },
    { ask = "q_lump", scene = "pad-lump",
      "beside_the_lump", { "on_the_lump", why = "not_on_lump" },
      { "no_aed_then", why = "not_because_lump" },
      right = 1, why = "why_lump" },
    { ask = "q_puddle", scene = "aed-puddle",
      "out_and_dry", { "shock_in_water", why = "not_in_water", shows = "shock-in-water" },
      { "do_without", why = "not_no_aed" },
      right = 1, why = "why_puddle", source = "RCUK 2025" },
    { ask = "q_ready", scene = "aed-arrives",
      "do_what_it_says", { "press_two_more", why = "not_two_more" },
      { "feel_pulse", why = "not_pulse_first" },
      right = 1, why = "why_ready", source = "ERC 2025" },
    { ask = "q_again", scene = "press-again",
      "in_two_minutes", { "in_ten_minutes", why = "not_ten_minutes" },
      { "never_again", why = "not_never" },
      right = 1, why = "why_again", source = "RCUK 2025" },
    { ask = "q_by_mistake", scene = "aed-arrives",
      "looks_first", { "shocks_anyone", why = "not_shocks_all" },
      { "only_doctors_know", why = "not_like_a_doctor" },
      right = 1, why = "why_looks_first" },
  },

  run = function()
    card.ask {
      scene = "aed-arrives", text = "aed_is_here",
      "switch_it_on", { "read_manual", why = "not_read_first", shows = "read-leaflet" },
      { "wait_for_120", why = "not_wait_for_120" },
      right = 1, why = "why_switch_on", source = "RCUK 2025",
    }
    card.ask {
      scene = "bare-skin", text = "a_woman",
      "on_bare_skin",
      { "through_clothes", why = "not_through_clothes", shows = "pads-on-clothes" },
      { "leave_it", why = "not_too_shy" },
      right = 1, why = "why_bare_skin", source = "ILCOR 2025",
    }
    card.myth {
      scene = "press", text = "myth_pay", right = false, why = "why_law", source = "民法典 184",
    }
    pads()
    clear()
    shock()
    card.ask {
      scene = "press-again", text = "no_shock_advised",
      "press_on", { "all_is_well", why = "not_all_is_well", shows = "wait-after-shock" },
      { "shock_anyway", why = "not_shock_anyway" },
      right = 1, why = "why_press_on", source = "RCUK 2025",
    }
    card.ask {
      scene = "child-pads", text = "a_child_of_six",
      "front_and_back", { "not_for_a_child", why = "not_for_children" },
      { "both_on_breast", why = "not_both_on_breast", shows = "pads-that-meet" },
      right = 1, why = "why_front_and_back", source = "RCUK 2025",
    }
    card.order {
      scene = "aed-arrives", text = "put_in_order",
      "step_on", "step_skin", "step_pads", "step_clear", "step_press",
      why = "why_order", source = "ERC 2025",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "RCUK 2025" }
  end,
}
