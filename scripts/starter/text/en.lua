-- {new_texts}
-- {new_room}

return {
  -- {new_title}
  title = "Someone collapses",
  summary = "Look, tap, call 120, press the chest.",

  what_first = "Someone has collapsed. You walk up. What do you do first?",
  look_round = "Look whether it is safe",
  sit_him_up = "Sit him up",
  give_water = "Give him water",
  why_scene = "Look for traffic, wires and smoke. You can only help if you are safe.",
  not_sit_up = "When he will not wake, his head drops forward as he sits, and no air gets in. Leave him lying.",
  not_water = "He cannot swallow: the water runs into his windpipe. Give him nothing.",

  tap_and_shout = "Tap both shoulders and shout: “Are you all right?” No answer? Call 120.",

  how_to_call = "He does not respond. How do you call 120?",
  on_speaker = "On speaker, while I help",
  hang_up = "Give the address, hang up",
  drive_him = "No call: drive to hospital",
  why_speaker = "On speaker, your hands are free, and the dispatcher tells you what to do step by step.",
  not_hang_up = "Once you hang up, nobody can guide you.",
  not_drive = "On the way nobody presses his chest. At the hospital it is too late.",

  gasping_is_breathing = "Every few seconds he takes one gasp, like a sigh. That means he breathes.",
  myth_true = "True",
  myth_false = "False",
  why_gasping = "Slow, hard gasps are not normal breathing. If you are not sure, start pressing.",
  not_asleep = "A sleeper wakes when you tap him. He does not: his heart may have stopped.",

  where_to_press = "Where do you press?",
  centre = "Centre of the chest",
  left = "Left side of the chest",
  belly = "Top of the belly",
  why_centre = "Heel of one hand in the centre of the chest, the other hand on top.",
  not_left = "On the left there are only ribs: they may break, and little blood moves.",
  not_belly = "Pressing there moves no blood, and may make him vomit.",

  how_fast = "Press 100 to 120 times a minute. The beat is:",
  a_minute = "a minute",

  put_in_order = "Put it in order, from the first step.",
  step_look = "Look whether it is safe",
  step_tap = "Tap his shoulders and shout",
  step_call = "Call 120, on speaker",
  step_press = "Press the centre of the chest",
  why_order = "Look, tap, call 120, then press at once.",

  when_to_call = "Will not wake, cannot breathe, chest pain, heavy bleeding: call 120. Do what the dispatcher says, do not hang up first.",
}
