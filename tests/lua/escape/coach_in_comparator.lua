-- expect: cpr.coach cannot wait for the visitor inside another call
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    table.sort({ 3, 2, 1 }, function() return cpr.coach { seconds = 30 }.pass end)
  end,
}
