return { name = "a", title = "A", year = 2025, source = "s", profiles = { adult = {
  depth_mm = { 50, 60 }, depth_zero_mm = { 55, 58 }, rate_cpm = { 100, 120 }, rate_zero_cpm = { 70, 150 },
  release_max_mm = 20, release_floor_mm = 5, pause_max_s = 10, set_of_30_s = { 15, 18 }, breath_ml = { 500, 700 },
  breath_s = 1, swap_s = 120, ccf_target = { 0.9, 0.7 }, pass_score = 75 } } }
