-- expect: there is nothing called "getmetatable"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    getmetatable("").__index = nil
    card.show { text = "hello" }
  end,
}
