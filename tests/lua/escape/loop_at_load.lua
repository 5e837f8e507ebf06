-- expect: lesson.lua:2: ran for 1000000 steps
while true do end
