-- expect: lesson.lua:2: cpr.coach belongs inside run
cpr.coach { seconds = 30 }
return { api = 1, id = "probe", minutes = 1, run = function() card.show { text = "hello" } end }
