-- expect: lesson.lua:2: card.show belongs inside run
card.show { text = "hello" }
return {}
