-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local place = { "a", "b", right = 1 }
    local called = call.dial { text = "hello", number = "120", address = place, what = place }
    assert(called.done and called.number and called.speaker and called.address)
    assert(called.what and called.stayed and called.right == 5 and called.asked == 5)
    assert(called.seconds == 20)
    called = call.dial { text = "no", number = "119", address = place, ask = nil }
    assert(called.speaker == false and called.number and called.right == 3)
  end,
}
