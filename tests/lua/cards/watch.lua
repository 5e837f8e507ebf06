-- answer: none
return { api = 1, id = "probe", minutes = 1, run = function()
  scene.watch { text = "hello", source = "NHC 2024",
    { "yes", scene = "tap-shoulders" }, "no", { "a", scene = "look-breathing" } }
end }
