return {
  api = 1, id = "syntax", minutes = 1
  run = function() end,
}
