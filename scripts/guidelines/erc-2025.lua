-- SPDX-License-Identifier: MIT
-- European Resuscitation Council, Guidelines 2025. aha-2025.lua explains the keys and the
-- marks [ours], [summary] and [weak]. For compressions ERC 2025 kept the numbers of 2021;
-- both were read in published summaries, the Resuscitation Council UK's among them.

return {
  name = "erc-2025",
  title = "ERC 2025",
  year = 2025,
  source = "European Resuscitation Council Guidelines 2025, basic life support",
  profiles = {
    adult = {
      depth_mm = { 50, 60 },        -- ERC: at least 5 cm, not more than 6 cm [summary]
      depth_zero_mm = { 30, 75 },   -- [ours]
      depth_scored = true,
      rate_cpm = { 100, 120 },      -- ERC 2021 and 2025 [summary]
      rate_zero_cpm = { 70, 150 },  -- [ours]
      release_max_mm = 5,           -- [ours] guidelines say "full recoil" and no number;
                                    -- trials count 5 mm and more as incomplete (Mpotos)
      release_floor_mm = 20,        -- [ours]
      push_least_mm = 15,           -- [ours] 0.3 of the least depth asked for
      turn_mm = 8,                  -- [ours] above any hand's tremble and a sound sensor's noise
      pause_max_s = 10,             -- ERC 2021: under 10 s; 2025: as short as may be [summary]
      set_of_30_s = { 15, 18 },        -- follows from 100 to 120 /min
      -- The chest just rises: all guidelines. 500 to 600 ml: Merck Manual, table for
      -- professionals, an adult.
      breath_ml = { 500, 700 },     -- [ours] above 600: allowance for a manikin's lung
      breath_s = 1,                 -- ERC: about 1 s each [summary]
      swap_s = 120,                 -- ERC: change every 2 minutes [summary]
      ccf_target = { 0.90, 0.70 },  -- [ours] ERC: as few pauses as possible;
                                    -- 30:2 done perfectly, 5 s a pause, reaches 0.77
      pass_score = 75,              -- [ours] the pass line most training manikins use
    },
    child = {
      -- ERC begins a child with 5 breaths and trained people give 15:2; this row has
      -- neither.
      -- ERC: a third of the chest, 5 cm in a child, never over 6 cm [summary].
      -- Read as 5 mm less. [ours]
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
      -- ERC 2025: a third of the chest [summary]; 4 cm is from 2021. Read as 5 mm
      -- either way. [ours]
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
