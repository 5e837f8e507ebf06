-- expect: done
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    local function both(first, second)
      return card.ask { text = first, "a", "b", right = 1 } and card.ask { text = second, "a", "b", right = 2 }
    end
    for i = 1, 3 do
      assert(both("hello", "yes"))
    end
    local right = 0
    for _, key in ipairs { "a", "b", "c" } do
      right = right + (card.ask { text = key, "yes", "pick", right = 2 } and 1 or 0)
    end
    assert(right == 3)
  end,
}
