# The whole main job: a lesson with half a minute of pressing, a 30 s test, the export.
# tools/run --demo plays it; there is no visitor, so every count is excluded.
wait 500
shot 01-attract
tap #wake
until screen home 2000
wait 200
shot 02-home

lesson adult-cpr 2000
wait 200
shot 03-lesson
tap "不一定"
wait 200
shot 04-answer
tap #next
wait 200
tap "掐人中"
wait 200
shot 05-wrong-answer
tap #next
wait 200
tap #next
wait 200
tap "打开免提，边打边救"
wait 200
tap #next
wait 200
tap "心脏停了，马上按压"
wait 200
tap #next
wait 200
tap "让他侧躺，守着他"
wait 200
tap #next
wait 200
tap "胸口正中"
wait 200
tap #next
wait 200
shot 06-lesson-practice
tap #next
until screen practice 2000
wait 1500
shot 07-ready
wait 12000
shot 08-practice
until screen lesson 60000
wait 200
shot 09-lesson-tip

# The language changes in the middle of a lesson; its place does not.
tap #lang
wait 200
shot 10-lesson-tip-en
tap #next
wait 200
shot 11-question-en
tap "Press again at once"
wait 200
tap #next
wait 200
# Which question is drawn, and so whether the first answer is right, is not known.
tap #option-1
wait 200
tap #next if text "Not this one. See why:"
wait 200
tap #next
wait 200
tap #option-1
wait 200
tap #next
wait 200
shot 12-lesson-last-en
tap #next
wait 200
shot 13-lesson-done-en
tap #lang
wait 200

tap #test
until screen practice 2000
tap #adult
wait 12000
shot 14-test
until screen result 60000
wait 300
shot 15-result
tap #evidence
wait 200
shot 16-evidence
tap #summary
wait 200
tap #lang
wait 200
shot 17-result-en
tap #lang
wait 200
tap #end
until screen attract 2000

# Staff choose their PIN the first time, then export.
hold #corner 3000
until screen staff 5000
wait 200
shot 18-staff-pin
tap #pin-2
tap #pin-0
tap #pin-2
tap #pin-6
tap #pin-1
tap #pin-1
tap #pin-ok
wait 200
tap #pin-2
tap #pin-0
tap #pin-2
tap #pin-6
tap #pin-1
tap #pin-1
tap #pin-ok
wait 200
tap #export
wait 200
shot 19-staff
expect text "usage.csv"
