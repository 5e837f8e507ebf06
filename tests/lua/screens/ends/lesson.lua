-- SPDX-License-Identifier: MIT
-- One card, and what stands behind a lesson's last one.
return {
  api = 1,
  id = "ends",
  version = 1,
  topic = "first-aid",
  minutes = 1,
  audience = { "adult" },
  sources = { "NHC 2024" },
  run = function()
    card.show { scene = "press", text = "press" }
  end,
}
