-- expect: needs more memory
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local s = "x"
    while true do s = s .. s end
    card.show { text = "hello" }
  end,
}
