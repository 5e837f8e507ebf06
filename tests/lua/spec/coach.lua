-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local result = cpr.coach { seconds = 30, guideline = "adult", scene = "press", text = "hello",
      source = "AHA 2025", well_pressed = "yes" }
    assert(result.measured and result.trusted and result.mean_depth_mm == 55 and result.pass)
    local none = cpr.coach { seconds = 60, guideline = "nobody", breaths = true,
      no_manikin = { "no", scene = "breathe" } }
    assert(none.measured == false and none.trusted == false and none.mean_depth_mm == nil)
    local noisy = cpr.coach { seconds = 60, guideline = "noisy", not_trusted = { "a" } }
    assert(noisy.measured and not noisy.trusted and noisy.advice == nil)
    assert(select("#", cpr.coach { seconds = 5, well_pressed = "b" }) == 1)
  end,
}
