-- expect: lesson.lua:2: aed.shock belongs inside run
aed.shock { text = "hello" }
return { api = 1, id = "probe", minutes = 1, run = function() card.show { text = "hello" } end }
