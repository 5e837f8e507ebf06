# The pace of an event: a push on attract is the first of a scored run of 30 s; the next
# visitor pushes beside the result, the one after that when it has gone by itself.
wait 2000
expect text "请下一位按一下模拟人"
push 55 57 110
until screen result 4000
shot 1-result
wait 2500
push 52 57 110
until screen result 4000
until screen attract 5000
shot 2-next
push 53 57 110
until screen result 4000
until screen attract 5000
push 55 3 110
until screen practice 500
