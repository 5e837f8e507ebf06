return { api = 1, id = "probe", minutes = 1, run = function()
  local called = call.dial { text = "hello", number = "119", address = { "a", "b", right = 2, why = "because" },
    what = { "c", "d", "e", "f", right = 4, ask = "yes" }, people = { "a", "c", right = 1 }, state = { "b", "d", right = 2 } }
  if called.done and not called.stayed then card.praise() end
  local pads = aed.place_pads { wet = true, hair = called.what }
  aed.stand_clear { text = "hello", child = true }
  local shock = aed.shock()
  for _, what in ipairs { "pan", "paper", "electric" } do
    local out = fire.extinguish { fire = what, large = shock.press and pads.second, text = "hello" }
    card.show { text = "yes", value = out.seconds + out.right * 100 + out.asked, unit = "no" }
  end
end }
