# 30:2 by a learner that counts right: chosen in the waiting state, told in the result.
tap #wake
until screen home 2000
tap #practice
until screen practice 2000
wait 200
tap #stage-helped
wait 200
tap #with-breaths
wait 500
shot 1-ready
wait 14000
shot 2-counting
wait 4600
shot 3-breaths
expect text "吹气 2 次"
wait 1500
expect text "已停"
wait 6500
expect text "这一组"
until screen result 90000
wait 200
shot 4-result
expect text "每组 30 次"
expect text "吹气没有测到"
expect text "通过了"
tap #again
until screen practice 1000
wait 300
expect text "按 30 次"
tap #compressions-only
wait 300
expect text "用力往下按"
tap #stop
until screen home 1000
