-- expect: address of call.dial: has more than
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local answers = { right = 1 }
    for i = 1, 1000 do answers[i] = "a" end
    call.dial { text = "hello", number = "120", address = answers }
  end,
}
