-- pairs() has no fixed order: the lesson does not go the same way twice.
return {
  api = 1, id = "unordered", minutes = 1, topic = "history",
  run = function()
    local kinds = {}
    for i = 1, 20 do kinds["kind" .. i] = i % 2 == 0 and card.ask or card.order end
    for _, show in pairs(kinds) do
      show { text = "which", "a", "b" }
    end
  end,
}
