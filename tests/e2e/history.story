# The history lesson, without a manikin: right answers by their words, in both languages,
# then whatever stands first in the quiz. Going on leads to the end.
wait 200
shot 1-attract
tap #wake
until screen home 2000
wait 100
shot 2-home
lesson solferino 2000
wait 100
expect text "1859"
shot 3-card
tap #next
wait 100
tap #next
wait 100
tap "带乡亲们救所有伤员"
wait 100
shot 4-answered
tap #next
wait 100
tap #lang
wait 100
expect text "Tutti fratelli"
shot 5-card-en
tap #next
wait 100
tap "My own team mate"
wait 100
shot 6-wrong-en
tap #next
wait 100
tap #lang
wait 100
tap #next
wait 100
tap "救护团体，国际公约"
wait 100
tap #next
wait 100
shot 7-conference
tap #next
wait 100
tap #next
wait 100
tap "索尔费里诺救伤员"
wait 100
tap "写成回忆录"
wait 100
tap "成立五人委员会"
wait 100
shot 8-order
tap "签订日内瓦公约"
wait 100
tap #next
wait 100
shot 9-ordered
tap #next
wait 100
tap #next
wait 100
tap "假的"
wait 100
tap #next
wait 100
tap #next
wait 100
tap #next
wait 100
tap #option-1
wait 100
tap #next
wait 100
tap #option-1
wait 100
tap #next
wait 100
tap #option-1
wait 100
tap #next
wait 100
tap #option-1
wait 100
tap #next
wait 100
tap #option-1
wait 100
tap #next
wait 100
tap #next
wait 100
tap #next
wait 100
shot 10-done
expect text "学完了，谢谢你！"
tap #home
until screen home 2000
