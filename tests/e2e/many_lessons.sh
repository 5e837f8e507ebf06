#!/bin/sh
# many_lessons.sh BIN OUT: lessons are added, and the stories that open one still find it: over
# the list of its topic, from its pages, at every text size.
set -eu
bin=$1
out=$2
rm -rf "$out"
mkdir -p "$out"
cp -r tests/lessons "$out/lessons"

# add ID: one more lesson of first aid.
add() {
    cp -r tests/lessons/adult-cpr "$out/lessons/$1"
    sed -i "s/id = \"[^\"]*\"/id = \"$1\"/" "$out/lessons/$1/lesson.lua"
    sed -i "s/intro = \"[^\"]*\"/intro = \"$1\"/" "$out/lessons/$1/text/zh-CN.lua"
}

for number in 01 02 03 04 05 06 07 08 09; do
    add "aid-$number"
done
add "burns"
{
    printf 'tap #wake\nuntil screen home 2000\n'
    for id in aid-09 burns solferino adult-cpr; do
        printf 'lesson %s 2000\nwait 100\n' $id
        case $id in
        solferino) echo 'expect text "1859"' ;;
        adult-cpr) echo 'expect text "有人突然倒下"' ;;
        *) echo "expect text \"$id\"" ;;
        esac
        printf 'tap #home\nuntil screen home 2000\n'
    done
    # Large text has fewer tiles a page.
    printf 'tap #text-size\nwait 100\ntap #text-size\nwait 100\n'
    printf 'lesson burns 2000\nwait 100\nexpect text "burns"\nshot burns\n'
} >"$out/visit.story"
LIFE_KIOSK_LESSONS=$out/lessons tests/e2e/run_story.sh "$bin" "$out/shots" "$out/visit.story" \
    --manikin /dev/no-such-port

# Lessons for the hall's own audience come first: on the first page, which is not turned.
add "zz-farm"
sed -i 's/audience = {[^}]*}/audience = { "farm" }/' "$out/lessons/zz-farm/lesson.lua"
printf 'return { audience = "farm" }\n' >"$out/kiosk.lua"
cat >"$out/farm.story" <<'S'
tap #wake
until screen home 2000
tap #first-aid
wait 100
tap #zz-farm
until screen lesson 2000
S
LIFE_KIOSK_LESSONS=$out/lessons tests/e2e/run_story.sh "$bin" "$out/farm" "$out/farm.story" \
    --manikin /dev/no-such-port --config "$out/kiosk.lua"
