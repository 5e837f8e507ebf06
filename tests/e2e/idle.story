# A visitor walks away: the countdown, one touch that ends it, then home to the start with
# every wish forgotten.
tap #wake
until screen home 2000
tap #lang
tap #text-size
wait 61000
shot 1-countdown
expect text "I am still here"
tap #still-here
wait 500
expect screen home
expect text "Leave"
wait 61000
shot 2-countdown-again
wait 31000
expect screen attract
expect text "心肺复苏"
shot 3-attract
