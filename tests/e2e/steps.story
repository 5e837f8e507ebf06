# Of how many steps a card is, a right answer that goes on by itself, a wrong one that
# waits, and a card back, twice and on again; in large text "next" first turns the page.
wait 12000
tap #wake
until screen home 2000
lesson adult-cpr 2000
wait 100
expect text "第 1 步，共 25 步"
shot 1-first
tap #next
wait 100
tap "先看周围安不安全"
wait 3000
expect text "第 2 步，共 25 步"
shot 2-will-go-on
wait 30000
expect text "第 3 步，共 25 步"
tap "掐人中"
wait 20000
expect text "第 3 步，共 25 步"
shot 3-waits
tap #card-back
wait 300
expect text "第 2 步，共 25 步"
expect text "有没有车流"
shot 4-back
tap #card-back
wait 300
expect text "第 1 步，共 25 步"
tap #next
wait 300
tap #lang
tap #text-size
tap #text-size
tap #text-size
wait 300
expect text "step 2 of 25"
shot 5-back-large
tap #next
wait 300
tap #next
wait 300
expect text "step 3 of 25"
shot 6-as-left
