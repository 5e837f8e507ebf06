-- SPDX-License-Identifier: MIT
-- American Heart Association, Guidelines for CPR and Emergency Cardiovascular Care, 2025.
--
-- A guideline file returns one table. Each profile has a full name of its own, here
-- "aha-2025/adult". Units are in the names; a range is { lowest, highest }, both inside.
--
--   depth_mm, rate_cpm             what is asked for: D and R of the score are 1 inside
--   depth_zero_mm, rate_zero_cpm   where D and R have fallen to 0, in a straight line
--   release_max_mm                 full recoil up to here; at release_floor_mm L is 0.25
--   push_least_mm                  a way down that is less deep is a touch, no compression
--   turn_mm                        up by so much ends a push, down by so much begins the next
--   ccf_target                     { compression-only, 30:2 }, share of the time
--   depth_scored = false           depth is shown and never failed
--
-- [ours]    no guideline gives this number; kiosk/cpr/README.md says why we took it
-- [summary] read in a published summary, not in the guideline's own text
-- [weak]    read on second-hand pages only: to be signed off by a trainer

return {
  name = "aha-2025",
  title = "AHA 2025",
  year = 2025,
  source = "American Heart Association, CPR and ECC Guidelines 2025, basic life support",
  profiles = {
    adult = {
      depth_mm = { 50, 60 },        -- AHA: at least 5 cm, not more than 6 cm
      depth_zero_mm = { 30, 75 },   -- [ours]
      depth_scored = true,
      rate_cpm = { 100, 120 },      -- AHA 2025, class 2a, read in quotations [summary]
      rate_zero_cpm = { 70, 150 },  -- [ours]
      release_max_mm = 5,           -- [ours] guidelines say "full recoil" and no number;
                                    -- trials count 5 mm and more as incomplete (Mpotos)
      release_floor_mm = 20,        -- [ours]
      push_least_mm = 15,           -- [ours] 0.3 of the least depth asked for
      turn_mm = 8,                  -- [ours] above any hand's tremble and a sound sensor's noise
      pause_max_s = 10,             -- AHA 2025 child, AHA 2020 adult: under 10 s
      set_of_30_s = { 15, 18 },        -- AHA skills checklist: 30 in 15 to 18 s
      -- The chest just rises: all guidelines. 500 to 600 ml: Merck Manual, table for
      -- professionals, an adult.
      breath_ml = { 500, 700 },     -- [ours] above 600: allowance for a manikin's lung
      breath_s = 1,                 -- AHA: each breath over 1 s
      swap_s = 120,                 -- AHA: change every 2 minutes
      ccf_target = { 0.90, 0.70 },  -- [ours] AHA asks for 0.60 and more, experts 0.80;
                                    -- 30:2 done perfectly, 5 s a pause, reaches 0.77
      pass_score = 75,              -- [ours] the pass line most training manikins use
    },
    child = {
      -- AHA: a third of the chest, about 5 cm; adolescents never over 6 cm [summary].
      -- "About" is read as 5 mm less. [ours]
      depth_mm = { 45, 60 },
      depth_zero_mm = { 27, 75 },   -- [ours] the adult's proportions, 75 as the adult
      depth_scored = true,
      rate_cpm = { 100, 120 },      -- what follows: as the adult
      rate_zero_cpm = { 70, 150 },
      release_max_mm = 5,
      release_floor_mm = 20,
      push_least_mm = 13,           -- [ours] as the adult's, 0.3 of the least depth
      turn_mm = 7,                  -- [ours] a little more than half of that
      pause_max_s = 10,
      set_of_30_s = { 15, 18 },
      breath_ml = { 150, 350 },     -- [ours] [weak] 6-7 ml/kg at 25 to 50 kg; the chest rises
      breath_s = 1,
      swap_s = 120,
      ccf_target = { 0.90, 0.70 },
      pass_score = 75,
    },
    infant = {
      -- AHA: at least a third of the chest, about 4 cm [summary]; read as 5 mm either
      -- way. No guideline names an upper limit for infants: 45 is [ours].
      depth_mm = { 35, 45 },
      depth_zero_mm = { 21, 56 },   -- [ours] the adult's proportions
      depth_scored = true,
      rate_cpm = { 100, 120 },      -- what follows: as the adult
      rate_zero_cpm = { 70, 150 },
      release_max_mm = 5,
      release_floor_mm = 20,
      push_least_mm = 9,            -- [ours] as the adult's, 0.3 of the least depth
      turn_mm = 5,                  -- [ours] a little more than half of that
      pause_max_s = 10,
      set_of_30_s = { 15, 18 },
      breath_ml = { 20, 70 },     -- [ours] [weak] 6-7 ml/kg at 3 to 10 kg; the chest rises
      breath_s = 1,
      swap_s = 120,
      ccf_target = { 0.90, 0.70 },
      pass_score = 75,
    },
    -- Under 13, or too light to reach 5 cm. No 10-year-old does, a quarter at 15
    -- (Resuscitation 2014;85:814), but hands and rhythm do not depend on age (BMJ
    -- 2007;334:1201). Depth is shown as the way to 5 cm and fails nobody. [ours]
    light = {
      depth_mm = { 50, 60 },
      depth_zero_mm = { 30, 75 },
      depth_scored = false,
      rate_cpm = { 100, 120 },      -- what follows: as the adult
      rate_zero_cpm = { 70, 150 },
      release_max_mm = 5,
      release_floor_mm = 20,
      push_least_mm = 15,
      turn_mm = 8,
      pause_max_s = 10,
      set_of_30_s = { 15, 18 },
      breath_ml = { 500, 700 },     -- [ours] as the adult
      breath_s = 1,
      swap_s = 120,
      ccf_target = { 0.90, 0.70 },
      pass_score = 75,
    },
    -- The same for a child of six or so, whose whole weight brings an adult's chest down by
    -- a centimetre: what would be a touch by `light` is a push here. [ours]
    small = {
      depth_mm = { 50, 60 },
      depth_zero_mm = { 30, 75 },
      depth_scored = false,
      rate_cpm = { 100, 120 },      -- what follows: as the adult
      rate_zero_cpm = { 70, 150 },
      release_max_mm = 5,
      release_floor_mm = 20,
      push_least_mm = 8,
      turn_mm = 5,
      pause_max_s = 10,
      set_of_30_s = { 15, 18 },
      breath_ml = { 500, 700 },     -- [ours] as the adult
      breath_s = 1,
      swap_s = 120,
      ccf_target = { 0.90, 0.70 },
      pass_score = 75,
    },
  },
}
