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
  },

  quiz = {
    { ask = "q_gasps", "press_now", "give_water", "turn_and_wait",
      right = 1, why = "why_gasps" },
    { ask = "q_rate", "per_minute_110", "per_minute_60", "per_minute_140",
      right = 1, why = "why_rate", source = "ERC 2021" },
    { ask = "q_place", "place_centre", "place_left", "place_belly",
      right = 1, why = "why_place" },
    { ask = "q_crack", "check_go_on", "stop_pressing", "press_belly",
      right = 1, why = "why_crack" },
    { ask = "q_no_breaths", "keep_pressing", "wait_for_120", "thirty_and_rest",
      right = 1, why = "why_no_breaths" },
    { ask = "q_hang_up", "when_told", "after_address", "when_awake",
      right = 1, why = "why_hang_up" },
    { ask = "q_say_first", "say_where_what", "say_hurry", "say_any_car",
      right = 1, why = "why_say_first" },
    { ask = "q_who_aed", "anyone_may", "doctors_only", "certified_only",
      right = 1, why = "why_anyone" },
  },

  run = function()
    card.show { scene = "collapse", text = "intro", source = "CEM 2022" }

    card.ask {
      scene = "collapse", text = "what_first",
      "check_scene", "lift_him", "give_water",
      right = 1, why = "why_scene",
    }
    card.ask {
      scene = "tap-shoulders", text = "how_to_wake",
      "tap_and_shout", "pinch_lip", "slap_face",
      right = 1, why = "why_tap",
    }
    card.ask {
      scene = "call-120", text = "how_to_call",
      "call_on_speaker", "call_and_hang_up", "drive_to_hospital",
      right = 1, why = "why_speaker", source = "RCUK 2021",
    }
    card.ask {
      scene = "send-for-aed", text = "who_fetches",
      "name_one", "shout_to_all", "go_myself",
      right = 1, why = "why_named",
    }

    card.show { scene = "look-breathing", text = "look_ten_seconds", source = "ERC 2021" }
    if card.ask {
      scene = "look-breathing", text = "gasping",
      "cardiac_arrest", "he_sleeps", "turn_and_wait",
      right = 1, why = "why_gasps", source = "ERC 2021",
    } then
      card.praise()
    end

    card.ask {
      scene = "hand-place", text = "where_to_press",
      "place_centre", "place_left", "place_belly",
      right = 1, why = "why_place", source = "ERC 2021",
    }
    card.show { scene = "press", text = "arms" }
    card.ask {
      scene = "press", text = "how_deep",
      "depth_5_6", "depth_2_3", "depth_8_10",
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
    card.myth { scene = "press", text = "myth_crack", right = false, why = "why_crack" }

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
