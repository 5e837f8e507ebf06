# A visitor wants it louder; the next one hears it as before.
wait 1000
tap #wake
until screen home 3000
wait 3000
tap #wishes
wait 300
shot 1-wishes
tap #volume-more
wait 300
tap #volume-more
wait 3000
tap #contrast
wait 300
shot 2-contrast
tap #close
wait 4000
tap #leave
until screen attract 2000
wait 1000
tap #wake
until screen home 3000
wait 3000
shot 3-next-visitor
