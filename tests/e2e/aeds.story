# The nearest AEDs from home: the list, the map, the code; in large text on pages; in English.
wait 12000
tap #wake
until screen home 2000
tap #aeds
until screen aeds 1000
expect text "最近的 AED 在哪里"
expect text "示例馆一楼大厅"
expect text "手机扫一扫，打开官方的 AED 地图"
shot 1-list
key pagedown
wait 200
shot 2-second
tap #lang
wait 200
key pageup
wait 200
expect text "Where the nearest AED is"
shot 3-english
tap #text-size
tap #text-size
tap #text-size
wait 300
shot 4-large
key pagedown
wait 200
shot 5-large-second
key pagedown
wait 200
key pagedown
wait 200
shot 6-large-fourth
key pagedown
wait 200
key pagedown
wait 200
key pagedown
wait 200
shot 7-large-on
key pagedown
wait 200
key pagedown
wait 200
key pagedown
wait 200
shot 8-large-last
tap #home
until screen home 1000
shot 9-home-large
