# Staff calibrate the real firmware: what can be done at rest is done, what cannot is told.
wait 3000
hold #corner 3000
until screen staff 5000
wait 100
tap #pin-1
tap #pin-3
tap #pin-5
tap #pin-7
tap #pin-9
tap #pin-0
tap #pin-ok
wait 100
tap #pin-1
tap #pin-3
tap #pin-5
tap #pin-7
tap #pin-9
tap #pin-0
tap #pin-ok
wait 100
expect text "今天的统计"
tap #set-up
wait 100
tap #manikin
wait 1000
expect text "SIM-"
expect text "0 毫米"
shot 1-facts
tap #calibrate
wait 100
tap #zero
wait 1000
expect text "完成"
shot 2-zero
# Without a press the place is still 0.
tap #more
wait 100
expect text "把 55 毫米的量块"
tap #span
wait 1000
expect text "离零点太近了"
shot 3-span
tap #save
wait 1000
shot 4-save
tap #lang
wait 100
expect text "Too close to zero"
tap #back
wait 100
tap #back
wait 100
tap #back
until screen attract 1000
