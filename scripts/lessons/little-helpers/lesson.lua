-- SPDX-License-Identifier: CC-BY-4.0
-- For four to eight: shout, tap, call 120, stay, and a game of placing the pads. Who does not
-- read yet has it read aloud: no sentence is longer than one breath.

-- What a play returns is forgotten where its function ends, so that a check has fewer ways.
local function call_for_granny()
  local called = call.dial {
    scene = "little-taps", text = "no_grown_up", number = "120",
    address = { "my_address", "at_my_home", right = 1, why = "why_address" },
    what = { "granny_fell", "granny_is_naughty", right = 1, why = "why_what" },
    source = "RCUK 2025",
  }
  if called.done and called.stayed then
    card.praise { scene = "little-stays", text = "well_called" }
  end
end

local function place_the_pads()
  aed.place_pads { text = "pads_game", source = "RCUK 2025" }
end

return {
  api = 1,
  id = "little-helpers",
  version = 1,
  topic = "call",
  minutes = 3,
  audience = { "child" },
  sources = { "RCUK 2025", "ILCOR 2023", "消防法" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_hide", "not_lift", "not_splash", "not_slap", "why_address", "not_water",
    "not_play", "not_under_bed", "not_door_shut", "not_wait", "not_touch", "not_police",
    "not_fire", "not_toy", "not_anybody", "not_hang_up", "not_game", "not_one_pad", "not_own_name",
  },

  quiz = {
    { ask = "q_number", scene = "little-taps",
      "dial_120", { "dial_110", why = "not_police" },
      { "dial_119", why = "not_fire" },
      right = 1, why = "why_120" },
    { ask = "q_speaker", scene = "little-calls",
      "key_speaker", { "key_hang_up", why = "not_hang_up", shows = "hang-up" },
      { "key_game", why = "not_game" },
      right = 1, why = "why_speaker" },
    { ask = "q_where", scene = "little-stays",
      "where_i_live", { "only_home", why = "not_anybody" },
      { "only_my_name", why = "not_own_name" },
      right = 1, why = "why_address" },
    { ask = "q_shock", scene = "aed-arrives",
      "step_back", { "hold_hand", why = "not_touch" },
      { "press_keys", why = "not_toy" },
      right = 1, why = "why_step_back", source = "RCUK 2025" },
    { ask = "q_how_many", scene = "two-pads",
      "two_pads", { "one_pad", why = "not_one_pad" },
      right = 1, why = "why_two_pads", source = "RCUK 2025" },
    { ask = "q_asleep", scene = "little-taps",
      "tap_to_see", { "wait_till_awake", why = "not_wait" },
      { "slap_her", why = "not_slap", shows = "slap-granny" },
      right = 1, why = "why_tap_to_see" },
  },

  run = function()
    card.ask {
      scene = "little-shouts", text = "granny_lies",
      "shout_for_help", { "hide", why = "not_hide", shows = "hide-behind-sofa" },
      { "lift_granny", why = "not_lift", shows = "pull-granny" },
      right = 1, why = "why_shout",
    }
    card.ask {
      scene = "little-taps", text = "wake_granny",
      "tap_and_call", { "splash", why = "not_splash" },
      { "slap", why = "not_slap", shows = "slap-granny" },
      right = 1, why = "why_tap",
    }
    call_for_granny()
    card.ask {
      scene = "little-stays", text = "after_the_call",
      "stay_with_her", { "give_water", why = "not_water", shows = "pour-water" },
      { "play_outside", why = "not_play", shows = "go-and-play" },
      right = 1, why = "why_stay",
    }
    card.ask {
      scene = "little-opens", text = "they_come",
      "open_the_door", { "behind_the_sofa", why = "not_under_bed", shows = "hide-from-crew" },
      { "door_shut", why = "not_door_shut" },
      right = 1, why = "why_open",
    }
    card.match {
      scene = "call-numbers", text = "three_numbers",
      { "dial_120", "somebody_ill" }, { "dial_119", "a_fire" }, { "dial_110", "a_thief" },
      why = "why_numbers",
    }
    place_the_pads()
    card.myth {
      scene = "call-numbers", text = "myth_joke", right = false, why = "why_no_joke",
      source = "消防法 44",
    }
    quiz.run { take = 2 }
    card.show { scene = "little-shouts", text = "last_words", source = "RCUK 2025" }
  end,
}
