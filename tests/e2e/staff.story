# Staff choose a PIN, export, leave; a wrong PIN stays outside, five of them have to wait.
wait 200
hold #corner 3000
until screen staff 5000
wait 100
shot 1-choose
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
tap #pin-9
tap #pin-ok
wait 100
expect text "两次输入的不一样"
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
shot 2-desk
tap #export
wait 100
expect text "usage.csv"
shot 3-exported
tap #back
wait 100
tap #clean
until screen attract 1000
wait 100
# While the screen is wiped, touches do nothing.
tap #wake
wait 300
expect screen attract
expect text "正在擦屏幕"
hold #corner 3000
until screen staff 5000
wait 100
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-ok
wait 200
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-ok
wait 200
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-ok
wait 200
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-ok
wait 200
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-1
tap #pin-ok
wait 200
shot 4-wrong
tap #pin-1
tap #pin-3
tap #pin-5
tap #pin-7
tap #pin-9
tap #pin-0
tap #pin-ok
wait 200
expect text "输错太多次"
shot 5-wait
wait 61000
tap #pin-1
tap #pin-3
tap #pin-5
tap #pin-7
tap #pin-9
tap #pin-0
tap #pin-ok
wait 200
expect text "今天的统计"
tap #back
until screen attract 1000
