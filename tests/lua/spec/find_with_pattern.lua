-- expect: lesson.lua:5: string.find looks for plain text only
return {
  api = 1, id = "probe", minutes = 1,
  run = function()
    ("a.b"):find("a.b")
  end,
}
