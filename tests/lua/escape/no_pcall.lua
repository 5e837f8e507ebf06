-- expect: lesson.lua:5: there is nothing called "pcall"
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    while true do pcall(function() while true do end end) end
    card.show { text = "hello" }
  end,
}
