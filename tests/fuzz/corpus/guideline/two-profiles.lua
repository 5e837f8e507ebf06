local function profile(depth, zero)
  return {
    depth_mm = depth, depth_zero_mm = zero, rate_cpm = { 100, 120 }, rate_zero_cpm = { 70, 150 },
    release_max_mm = 5, release_floor_mm = 20, pause_max_s = 10, set_of_30_s = { 15, 18 },
    breath_ml = { 500, 700 }, breath_s = 1, swap_s = 120, ccf_target = { 0.9, 0.7 }, pass_score = 75,
  }
end
local child = profile({ 40, 55 }, { 20, 70 })
child.depth_scored = false
child.push_least_mm = 13
child.turn_mm = 7
return { name = "a-1", title = "A", year = 2025, source = "来源",
  profiles = { adult = profile({ 50, 60 }, { 30, 75 }), child = child } }
