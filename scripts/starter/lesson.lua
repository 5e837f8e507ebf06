-- {new_what}
-- {new_marks}
-- {new_order}

return {
  api = 1,
  id = "{id}",
  version = 1,
  topic = "first-aid", -- {new_topic}
  minutes = 2, -- {new_minutes}
  audience = { "adult" }, -- {new_audience}
  sources = { "ERC 2021", "RCUK 2021" }, -- {new_sources}

  -- {new_unsigned}
  unsigned = {
    "why_scene", "not_sit_up", "not_water", "why_speaker", "not_hang_up", "not_drive",
    "not_asleep", "not_left", "not_belly", "when_to_call",
  },

  run = function()
    -- {new_ask}
    -- {new_right}
    -- {new_wrong}
    card.ask {
      scene = "collapse", text = "what_first",
      "look_round",
      { "sit_him_up", why = "not_sit_up", shows = "sit-him-up" },
      { "give_water", why = "not_water", shows = "give-water" },
      right = 1, why = "why_scene",
    }

    -- {new_show}
    card.show { scene = "tap-shoulders", text = "tap_and_shout", source = "ERC 2021" }

    card.ask {
      scene = "call-120", text = "how_to_call",
      "on_speaker",
      { "hang_up", why = "not_hang_up", shows = "hang-up" },
      { "drive_him", why = "not_drive", shows = "drag-away" },
      right = 1, why = "why_speaker", source = "RCUK 2021",
    }

    -- {new_myth}
    card.myth {
      scene = "gasping", text = "gasping_is_breathing",
      right = false, why = "why_gasping",
      wrong = { why = "not_asleep", shows = "let-him-sleep" },
      source = "ERC 2021",
    }

    card.ask {
      scene = "hand-place", text = "where_to_press",
      "centre",
      { "left", why = "not_left", shows = "hands-left" },
      { "belly", why = "not_belly", shows = "hands-belly" },
      right = 1, why = "why_centre", source = "ERC 2021",
    }

    -- {new_value}
    card.show {
      scene = "press", text = "how_fast", value = 110, unit = "a_minute", source = "ERC 2021",
    }

    -- {new_in_order}
    card.order {
      scene = "collapse", text = "put_in_order",
      "step_look", "step_tap", "step_call", "step_press",
      why = "why_order",
    }

    -- {new_last}
    card.show { scene = "call-120", text = "when_to_call" }
  end,
}
