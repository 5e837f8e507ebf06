# The plug is pulled during pushes, and put back: the screen says so and goes on.
tap #wake
until screen home 2000
tap #practice
until screen practice 2000
wait 8000
unplug 1
wait 3000
shot 1-unplugged
expect text "请叫工作人员"
plug 1
wait 1500
shot 2-plugged-again
expect text "次/分"
# Pulled for good: the run is given up, and the way out stays open.
unplug 1
wait 14000
shot 3-lost
expect text "这一次没有做完"
tap #stop
until screen home 2000
