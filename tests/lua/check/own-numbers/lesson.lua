return {
  api = 1, id = "own-numbers", minutes = 1,
  run = function()
    local result = cpr.practice { seconds = 30, guideline = "adult" }
    local shown = result.mean_depth_mm -- mean_depth_mm < 50 is for the guideline to say
    if result.mean_rate_cpm and result.mean_rate_cpm < 100 then
      card.show { text = "slow", value = shown, unit = "mm" }
    end
    card.show { text = "help" }
  end,
}
