# A test by a learner that presses as the guideline says.
tap #wake
until screen home 2000
tap #test
until screen practice 2000
wait 500
shot 1-ready
wait 12000
shot 2-pressing
until screen result 60000
wait 200
shot 3-result
expect text "通过了"
expect text "按得最好的 3 下"
tap #evidence
wait 200
shot 4-evidence
expect text "100%"
tap #page-next
wait 200
tap #summary
wait 200
tap #end
until screen attract 1000
