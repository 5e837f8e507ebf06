-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local pan = fire.extinguish { text = "no", fire = "pan" }
    assert(pan.judge and pan.tool == false and pan.wait and pan.asked == 3)
    local paper = fire.extinguish { fire = "paper" }
    assert(paper.pin and paper.stand and paper.aim and paper.sweep and paper.finish)
    assert(fire.extinguish { fire = "electric" }.power)
    local large = fire.extinguish { fire = "electric", large = true }
    assert(large.door and large.call and large.right == 3)
  end,
}
