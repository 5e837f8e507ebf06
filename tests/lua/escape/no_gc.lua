-- expect: there is nothing called "setmetatable"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    setmetatable({}, { __gc = function() while true do end end })
    card.show { text = "hello" }
  end,
}
