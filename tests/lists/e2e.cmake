# kiosk_story(NAME STORY [OPTION...]): plays tests/e2e/<STORY>.story on the whole program.
function(kiosk_story name story)
    add_test(NAME story_${name}
        COMMAND tests/e2e/run_story.sh $<TARGET_FILE_DIR:life-kiosk>
            ${PROJECT_BINARY_DIR}/stories/${name} tests/e2e/${story}.story ${ARGN}
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(story_${name} PROPERTIES LABELS e2e TIMEOUT 180)
endfunction()

kiosk_story(history history --lang zh-CN)
kiosk_story(history_portrait history --lang zh-CN --headless 720x1280)
kiosk_story(good_test good_test --manikin sim:depth=55,rate=110,lean=0)
kiosk_story(cycles cycles --lang zh-CN --manikin sim:depth=55,rate=110,cycle=30)
kiosk_story(unplug unplug --manikin sim:depth=55,rate=110)
kiosk_story(no_manikin no_manikin --manikin /dev/no-such-port)
kiosk_story(idle idle --manikin sim)
kiosk_story(wake wake --manikin replay:tests/traces/perfect.csv)
# The pace of an event, which staff have switched on: hall.lua lies in the data folder.
add_test(NAME story_event
    COMMAND sh -c "mkdir -p $0 && echo 'return { event = true }' >$0/hall.lua && exec \"$@\""
        ${PROJECT_BINARY_DIR}/stories/event-data
        tests/e2e/run_story.sh $<TARGET_FILE_DIR:life-kiosk>
        ${PROJECT_BINARY_DIR}/stories/event tests/e2e/event.story --lang zh-CN --manikin sim
        --data ${PROJECT_BINARY_DIR}/stories/event-data
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(story_event PROPERTIES LABELS e2e TIMEOUT 180)
# Where the nearest AEDs hang: the example lies in the data folder.
add_test(NAME story_aeds
    COMMAND sh -c "mkdir -p $0 && cp scripts/starter/aeds.lua $0 && exec \"$@\""
        ${PROJECT_BINARY_DIR}/stories/aeds-data
        tests/e2e/run_story.sh $<TARGET_FILE_DIR:life-kiosk>
        ${PROJECT_BINARY_DIR}/stories/aeds tests/e2e/aeds.story --lang zh-CN --manikin sim
        --data ${PROJECT_BINARY_DIR}/stories/aeds-data
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(story_aeds PROPERTIES LABELS e2e TIMEOUT 180)
# Cards that are played, of a lesson of their own.
kiosk_story(plays plays --lang zh-CN)
kiosk_story(plays_portrait plays --lang zh-CN --headless 720x1280)
foreach(story plays plays_portrait)
    set_tests_properties(story_${story} PROPERTIES
        ENVIRONMENT LIFE_KIOSK_LESSONS=tests/lua/plays)
endforeach()
kiosk_story(steps steps --lang zh-CN)
kiosk_story(staff staff)
kiosk_story(calibrate calibrate --lang zh-CN --manikin sim)

kiosk_e2e(bad_input bad_input.sh)

add_test(NAME install COMMAND tests/e2e/install.sh ${PROJECT_BINARY_DIR}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(install PROPERTIES LABELS e2e TIMEOUT 180)

kiosk_e2e(third_language third_language.sh)
kiosk_e2e(many_lessons many_lessons.sh)
kiosk_e2e(demo demo.py)
kiosk_e2e(author author.py)

add_test(NAME kill COMMAND tests/e2e/kill.py $<TARGET_FILE_DIR:life-kiosk> ${PROJECT_BINARY_DIR}/kill
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(kill PROPERTIES LABELS fault TIMEOUT 180)

add_test(NAME not_started COMMAND python3 tests/e2e/not_started.py $<TARGET_FILE_DIR:life-kiosk>
        ${PROJECT_BINARY_DIR}/not_started
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(not_started PROPERTIES LABELS e2e TIMEOUT 180)

kiosk_e2e(start start.sh)
kiosk_e2e(export export.sh)

# Staff teach it a third-party manikin, in real time.
kiosk_e2e(wizard wizard.py)

# Two manikins: the one that is pushed is the visitor's, whichever is named first.
kiosk_e2e(two_manikins two_manikins.py)

# A story's own pushes, through the whole chain.
kiosk_e2e(push push.py)

# What a manikin cannot do is told before a push.
kiosk_e2e(told told.py)

# Sensors that lie where nobody presses wake, hold up, start and count nothing.
kiosk_e2e(nobody nobody.py)

add_test(NAME sound_of_a_story COMMAND tests/e2e/sound.py $<TARGET_FILE:life-kiosk>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(sound_of_a_story PROPERTIES LABELS e2e TIMEOUT 180)

add_test(NAME recorded_voice COMMAND tests/e2e/recorded.py $<TARGET_FILE_DIR:life-kiosk>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(recorded_voice PROPERTIES LABELS e2e TIMEOUT 600)

# A whole visit, heard by somebody who does not see the screen, in both languages.
kiosk_e2e(story_visit visit.py)
# Every screen, staff's pages too, in each language, way up, theme and text step: no limit
# broken. (The table goes to its end.)
add_test(NAME access_report COMMAND life-kiosk --check --access-report --headless 1280x720
    --data ${PROJECT_BINARY_DIR}/access WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(access_report PROPERTIES LABELS e2e TIMEOUT 300
    FAIL_REGULAR_EXPRESSION "Sanitizer"
    PASS_REGULAR_EXPRESSION
    "[a-z]+ +en +portrait +calm +2.00[^\n]* 0\n0 limits broken\n")

# From walking up to the first push: taps and seconds, printed.
kiosk_e2e(first_push first_push.py)

# Five learners, by pictures and by the spoken log, in both languages.
kiosk_e2e(learners learners.py)
add_test(NAME sheet COMMAND python3 tests/e2e/sheet.py $<TARGET_FILE_DIR:lesson-check>
        ${PROJECT_BINARY_DIR}/sheet
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(sheet PROPERTIES LABELS e2e TIMEOUT 180)
