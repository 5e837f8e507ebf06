-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local result = cpr.practice { seconds = 30, guideline = "adult", text = "hello", scene = "press" }
    assert(result.mean_depth_mm == 55 and result.mean_rate_cpm == 110.4)
    assert(result.full_recoil_percent == 98 and result.depth_ok_percent == 96)
    assert(result.rate_ok_percent == 100 and result.ccf_percent == 100)
    assert(result.score == 97 and result.count == 54 and result.pass == true)
    assert(result.mean_release_mm == nil)
    assert(result.measured == true)
    assert(result.depth == "ok" and result.rate == "ok" and result.recoil == "ok")
    assert(result.advice == "keep" and result.trusted == true)
    local none = cpr.test { seconds = 60, guideline = "nobody", breaths = true }
    assert(none.measured == false and none.score == nil and none.count == 0)
    assert(none.trusted == false and none.depth == nil and none.advice == nil)
    local noisy = cpr.test { seconds = 60, guideline = "noisy" }
    assert(noisy.measured == true and noisy.trusted == false and noisy.mean_depth_mm == 55)
    assert(noisy.depth == nil and noisy.rate == nil and noisy.recoil == nil)
    assert(noisy.advice == nil)
  end,
}
