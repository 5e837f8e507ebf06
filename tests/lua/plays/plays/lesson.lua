-- SPDX-License-Identifier: MIT
-- What is played on one card, for stories and tests.
-- Each has a function: what it returns is forgotten where the function ends, and lesson-check
-- has fewer ways to go.
local function call_ambulance()
  local called = call.dial {
    scene = "tap-shoulders", text = "grandfather", number = "120",
    address = { "at_home", "exact_village", "exact_nothing", right = 2, why = "why_village" },
    what = { "not_well", "fell_silent", "come_soon", right = 2, why = "why_what" },
    people = { "one_old_man", "do_not_know", right = 1 },
    state = { "not_breathing", "asleep", right = 1, why = "why_state" },
  }
  if called.speaker and called.address and called.stayed then
    card.praise()
  end
end

local function place_pads()
  local pads = aed.place_pads { text = "aed_is_here", wet = true, hair = true }
  if not pads.first then
    aed.place_pads { text = "a_child", child = true }
  end
end

local function give_shock()
  aed.stand_clear()
  local shock = aed.shock()
  if shock.right == shock.asked then
    card.praise()
  end
end

local function put_out()
  local pan = fire.extinguish { text = "oil_burns", fire = "pan" }
  if not pan.tool then
    fire.extinguish { fire = "electric" }
  end
end

return {
  api = 1,
  id = "plays",
  version = 1,
  topic = "first-aid",
  minutes = 2,
  audience = { "adult" },
  sources = { "RCUK 2025" },
  run = function()
    call_ambulance()
    call.dial {
      scene = "collapse", text = "kitchen", number = "119",
      address = { "exact_town", "our_estate", right = 1 },
      people = { "somebody_inside", "do_not_know", right = 1 },
    }
    place_pads()
    give_shock()
    put_out()
    fire.extinguish { text = "paper_burns", fire = "paper" }
    fire.extinguish { text = "all_burns", fire = "paper", large = true }
    card.show { text = "last_words" }
  end,
}
