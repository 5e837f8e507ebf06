# What a visitor hears: the screen is read, a touch is silence, pressing has a beat.
wait 1000
tap #wake
until screen home 3000
wait 1000
tap #sound
wait 1500
tap #sound
wait 3000
tap #practice
until screen practice 3000
wait 20000
tap #adult
wait 25000
until screen result 60000
wait 6000
