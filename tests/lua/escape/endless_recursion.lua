-- expect: lesson.lua:5: needs more memory
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local function dig(n) return 1 + dig(n + 1) end
    dig(1)
    card.show { text = "hello" }
  end,
}
