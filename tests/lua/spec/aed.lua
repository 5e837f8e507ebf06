-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local pads = aed.place_pads()
    assert(pads.first and pads.second and pads.asked == 2)
    pads = aed.place_pads { text = "no", wet = true }
    assert(pads.dry and pads.first == false and pads.second and pads.right == 2)
    assert(aed.stand_clear().clear == true)
    local shock = aed.shock { child = true }
    assert(shock.done and shock.look and shock.shock and shock.press)
  end,
}
