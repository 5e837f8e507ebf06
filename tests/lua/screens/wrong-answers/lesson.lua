-- SPDX-License-Identifier: MIT
-- Wrong answers that bring an act and a reason, one of both, or nothing.
return {
  api = 1,
  id = "wrong-answers",
  minutes = 2,
  quiz = {
    { ask = "depth", scene = "press",
      "deep_right", { "deep_little", why = "too_little", shows = "press-shallow" },
      right = 1, why = "why_depth" },
  },
  run = function()
    card.ask {
      scene = "hand-place", text = "where",
      "centre", { "left", why = "not_left", shows = "hands-left" },
      { "belly", why = "not_belly", shows = "hands-belly" },
      right = 1, why = "why_centre", source = "ERC 2021",
    }
    card.ask { -- a reason, and nothing to see
      scene = "hand-place", text = "where",
      "centre", { "left", why = "not_left" }, right = 1, why = "why_centre",
    }
    card.ask { -- something to see, and the card's own reason
      scene = "hand-place", text = "where",
      "centre", { "left", shows = "hands-left" }, right = 1, why = "why_centre",
    }
    card.ask { -- an act that the scene has not
      scene = "hand-place", text = "where",
      "centre", { "left", why = "not_left", shows = "slap-face" }, right = 1,
      why = "why_centre",
    }
    card.ask { scene = "hand-place", text = "where", "centre", "left", right = 1,
               why = "why_centre" }
    card.myth {
      scene = "press", text = "crack", right = false, why = "why_crack",
      wrong = { why = "not_stop", shows = "stop-pressing" },
    }
    quiz.run()
    card.show { text = "help" }
  end,
}
