# Nothing is plugged in: the practice says whom to ask, and what can be done without.
tap #wake
until screen home 2000
tap #practice
until screen practice 2000
wait 3000
shot 1-no-manikin
expect text "还没有找到模拟人"
tap #lang
wait 100
shot 2-no-manikin-en
tap #stop
until screen home 2000
tap #practice
until screen practice 2000
wait 300
tap #rhythm
until screen rhythm 2000
