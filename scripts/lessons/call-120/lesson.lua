-- SPDX-License-Identifier: CC-BY-4.0
-- How to call 120: the right number, the speaker, where, what, and stay on the line.

-- What a call returns is forgotten where this function ends, so that a check has fewer ways.
local function call_for_neighbour()
  local called = call.dial {
    scene = "tap-shoulders", text = "neighbour_fell", number = "120",
    address = { "exact_place", "at_my_home", "by_the_river", right = 1, why = "why_place" },
    what = { "fell_no_answer", "not_well", "come_fast", right = 1, why = "why_what" },
    people = { "one_man_of_50", "many_look_on", right = 1, why = "why_people" },
    source = "RCUK 2025",
  }
  if called.done and not called.speaker then
    card.show { scene = "call-120", text = "speaker_first" }
  end
end

return {
  api = 1,
  id = "call-120",
  version = 1,
  topic = "call",
  picture = "call-120",
  minutes = 4,
  audience = { "adult", "school", "elder" },
  sources = { "RCUK 2025", "ERC 2025", "AHA 2025", "AHA/ARC 2024" },

  -- Facts that a Red Cross trainer has still to sign.
  unsigned = {
    "not_outside", "not_hang_up", "not_ask_first", "not_anything", "speaker_first",
    "not_all_inside", "not_meet_by_car", "why_order", "not_come_fast", "not_car",
    "not_give_up_number", "not_other_call", "not_pocket", "not_slowly", "not_lie_still",
    "not_wait_and_see", "not_sleep_on_it", "not_scratch", "not_cold",
  },

  quiz = {
    { ask = "q_first_words", scene = "call-120",
      "good_words", { "hurry_words", why = "not_come_fast" },
      { "car_words", why = "not_car" },
      right = 1, why = "why_first_words" },
    { ask = "q_hang_up", scene = "call-120",
      "when_told", { "after_address", why = "not_hang_up", shows = "hang-up" },
      { "when_he_wakes", why = "not_give_up_number" },
      right = 1, why = "why_when_told" },
    { ask = "q_phone_now", scene = "call-120",
      "keep_free", { "call_uncle", why = "not_other_call" },
      { "switch_off", why = "not_pocket", shows = "hang-up" },
      right = 1, why = "why_keep_free" },
    { ask = "q_breathing", scene = "look-breathing",
      "look_while_ringing", { "look_after", why = "not_slowly" },
      { "never_look", why = "not_lie_still" },
      right = 1, why = "why_look_while_ringing", source = "RCUK 2025" },
    { ask = "q_gone_again", scene = "stroke-wait",
      "call_all_the_same", { "wait_and_see", why = "not_wait_and_see" },
      { "sleep_on_it", why = "not_sleep_on_it" },
      right = 1, why = "why_gone_again", source = "AHA/ARC 2024" },
    { ask = "q_which_120", scene = "call-120",
      "breathless", { "scratched", why = "not_scratch" },
      { "runny_nose", why = "not_cold" },
      right = 1, why = "why_breathless" },
  },

  run = function()
    card.match {
      scene = "call-numbers", text = "which_number",
      { "dial_120", "ill_or_hurt" }, { "dial_119", "on_fire" },
      { "dial_110", "thief" }, { "dial_122", "crash" },
      why = "why_numbers",
    }
    card.ask {
      scene = "call-120", text = "where_phone",
      "speaker_beside_him", { "go_outside", why = "not_outside" },
      { "hang_up_soon", why = "not_hang_up", shows = "hang-up" },
      right = 1, why = "why_beside_him", source = "RCUK 2025",
    }
    card.ask {
      scene = "street-sign", text = "where_am_i",
      "read_signs", { "hang_up_and_ask", why = "not_ask_first", shows = "walk-off-to-ask" },
      { "say_anything", why = "not_anything", shows = "say-anything" },
      right = 1, why = "why_signs",
    }
    call_for_neighbour()
    card.myth {
      scene = "call-120", text = "myth_drive", right = false, why = "why_not_drive",
      wrong = { shows = "drag-away" },
    }
    card.ask {
      scene = "meet-ambulance", text = "who_helps",
      "to_the_road", { "all_stay_inside", why = "not_all_inside", shows = "nobody-waits" },
      { "drive_to_meet", why = "not_meet_by_car" },
      right = 1, why = "why_to_the_road",
    }
    card.order {
      scene = "call-120", text = "put_in_order",
      "step_speaker", "step_where", "step_what", "step_answer", "step_told",
      why = "why_order",
    }
    quiz.run { take = 2 }
    card.show { scene = "call-120", text = "last_words", source = "AHA/ARC 2024" }
  end,
}
