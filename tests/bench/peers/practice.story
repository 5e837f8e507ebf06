# The practice screen with a manikin that is pressed, then its result, which stands still.
until screen attract 5000
tap #wake
until screen home 5000
tap #practice
until screen practice 5000
wait PRACTICE
tap #stop
until screen result 5000
wait STILL
