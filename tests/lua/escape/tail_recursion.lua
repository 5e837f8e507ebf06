-- expect: ran for 1000000 steps
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local function dig(n) return dig(n + 1) end
    dig(1)
    card.show { text = "hello" }
  end,
}
