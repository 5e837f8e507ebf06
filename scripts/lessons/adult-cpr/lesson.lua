-- SPDX-License-Identifier: CC-BY-4.0
-- Hands-only CPR for an adult who collapses: call, look, press.

local function whole(number)
  return math.floor(number + 0.5)
end

-- One number, one tip: more would be forgotten.
local function advise(result)
  local rate = whole(result.mean_rate_cpm)
  if result.rate == "slow" then
    card.show { scene = "press", text = "rate_slow", value = rate, unit = "a_minute" }
  elseif result.rate == "fast" then
    card.show { scene = "press", text = "rate_fast", value = rate, unit = "a_minute" }
  else
    card.show { scene = "press", text = "rate_good", value = rate, unit = "a_minute" }
  end
  local depth = whole(result.mean_depth_mm)
  if result.depth == "shallow" then
    card.show { scene = "press", text = "tip_deeper", value = depth, unit = "mm" }
  elseif result.depth == "deep" then
    card.show { scene = "press", text = "tip_less_deep", value = depth, unit = "mm" }
  elseif result.recoil == "leaning" then
    card.show { scene = "press", text = "tip_recoil" }
  else
    card.praise { text = "well_pressed" }
  end
end

return {
  api = 1,
  id = "adult-cpr",
  version = 1,
  topic = "first-aid",
  minutes = 4,
  audience = { "adult", "school" },
  sources = { "AHA 2025", "ERC 2021", "RCUK 2021", "RCUK 2025", "CEM 2022" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "why_scene", "why_tap", "why_named", "arms", "swap", "aed_comes",
    "why_crack", "why_no_breaths", "why_anyone", "when_to_call",
    "not_sit_up", "not_water", "not_pinch", "not_slap", "not_hang_up", "not_drive",
    "not_to_all", "not_leave", "not_asleep", "not_turn", "not_left", "not_belly",
    "not_shallow", "not_too_deep", "not_slow", "not_fast", "not_stop", "not_wait",
    "not_rest", "not_hurry",
  },

  quiz = {
    { ask = "q_gasps", scene = "gasping",
      "press_now", { "give_water", why = "not_water" },
      { "turn_and_wait", why = "not_turn", shows = "turn-and-wait" },
      right = 1, why = "why_gasps" },
    { ask = "q_rate", scene = "press",
      "per_minute_110", { "per_minute_60", why = "not_slow", shows = "press-slow" },
      { "per_minute_140", why = "not_fast", shows = "press-fast" },
      right = 1, why = "why_rate", source = "ERC 2021" },
    { ask = "q_place", scene = "hand-place",
      "place_centre", { "place_left", why = "not_left", shows = "hands-left" },
      { "place_belly", why = "not_belly", shows = "hands-belly" },
      right = 1, why = "why_place" },
    { ask = "q_crack", scene = "press",
      "check_go_on", { "stop_pressing", why = "not_stop", shows = "stop-pressing" },
      { "press_belly", why = "not_belly", shows = "press-belly" },
      right = 1, why = "why_crack" },
    { ask = "q_no_breaths", scene = "press",
      "keep_pressing", { "wait_for_120", why = "not_wait", shows = "stop-pressing" },
      { "thirty_and_rest", why = "not_rest" },
      right = 1, why = "why_no_breaths" },
    { ask = "q_hang_up", scene = "call-120",
      "when_told", { "after_address", why = "not_hang_up", shows = "hang-up" }, "when_awake",
      right = 1, why = "why_hang_up" },
    { ask = "q_say_first", scene = "call-120",
      "say_where_what", { "say_hurry", why = "not_hurry" }, "say_any_car",
      right = 1, why = "why_say_first" },
    { ask = "q_who_aed", "anyone_may", "doctors_only", "certified_only",
      right = 1, why = "why_anyone" },
  },

  run = function()
    card.show { scene = "collapse", text = "intro", source = "CEM 2022" }

    card.ask {
      scene = "collapse", text = "what_first",
      "check_scene", { "lift_him", why = "not_sit_up", shows = "sit-him-up" },
      { "give_water", why = "not_water", shows = "give-water" },
      right = 1, why = "why_scene",
    }
    card.ask {
      scene = "tap-shoulders", text = "how_to_wake",
      "tap_and_shout", { "pinch_lip", why = "not_pinch", shows = "pinch-lip" },
      { "slap_face", why = "not_slap", shows = "slap-face" },
      right = 1, why = "why_tap",
    }
    card.ask {
      scene = "call-120", text = "how_to_call",
      "call_on_speaker", { "call_and_hang_up", why = "not_hang_up", shows = "hang-up" },
      { "drive_to_hospital", why = "not_drive", shows = "drag-away" },
      right = 1, why = "why_speaker", source = "RCUK 2021",
    }
    card.ask {
      scene = "send-for-aed", text = "who_fetches",
      "name_one", { "shout_to_all", why = "not_to_all", shows = "shout-to-all" },
      { "go_myself", why = "not_leave", shows = "leave-him" },
      right = 1, why = "why_named",
    }

    card.show { scene = "look-breathing", text = "look_ten_seconds", source = "ERC 2021" }
    if card.ask {
      scene = "gasping", text = "gasping",
      "cardiac_arrest", { "he_sleeps", why = "not_asleep", shows = "let-him-sleep" },
      { "turn_and_wait", why = "not_turn", shows = "turn-and-wait" },
      right = 1, why = "why_gasps", source = "ERC 2021",
    } then
      card.praise()
    end

    card.ask {
      scene = "hand-place", text = "where_to_press",
      "place_centre", { "place_left", why = "not_left", shows = "hands-left" },
      { "place_belly", why = "not_belly", shows = "hands-belly" },
      right = 1, why = "why_place", source = "ERC 2021",
    }
    card.show { scene = "press", text = "arms" }
    card.ask {
      scene = "press", text = "how_deep",
      "depth_5_6", { "depth_2_3", why = "not_shallow", shows = "press-shallow" },
      { "depth_8_10", why = "not_too_deep", shows = "press-deep" },
      right = 1, why = "why_deep", source = "ERC 2021",
    }
    card.show { scene = "press", text = "beat", value = 110, unit = "a_minute", source = "ERC 2021" }

    local result = cpr.practice { seconds = 30, guideline = "adult", scene = "press" }
    if not result.measured then
      card.show { scene = "press", text = "no_manikin" }
    elseif not result.trusted then
      card.show { scene = "press", text = "not_trusted" }
    elseif not result.mean_rate_cpm then
      card.show { scene = "press", text = "pressed_little" }
    else
      advise(result)
    end

    card.show { scene = "swap", text = "swap" }
    card.show { scene = "fetch-aed", text = "aed_comes" }
    card.myth {
      scene = "press", text = "myth_crack", right = false, why = "why_crack",
      wrong = { why = "not_stop", shows = "stop-pressing" },
    }

    local right, asked = quiz.run { take = 3 }
    if right == asked then
      card.praise { text = "all_right" }
    else
      card.show { text = "come_again" }
    end

    card.show { scene = "thank-you", text = "not_trained_here" }
    card.show { scene = "call-120", text = "when_to_call" }
    card.show { scene = "call-120", text = "last_words" }
  end,
}
