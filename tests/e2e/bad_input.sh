#!/bin/sh
# bad_input.sh BIN OUT: what is broken is said in one sentence that names it; the rest goes on.
set -eu
bin=$1
out=$2
root=$(pwd)
rm -rf "$out"
mkdir -p "$out"
export LC_ALL=en_US.UTF-8 # whose sentences are looked for
export ASAN_OPTIONS=verify_asan_link_order=0

fail() {
    echo "bad_input.sh: $1" >&2
    cat "$out/said" >&2
    exit 1
}

# says NAME EXIT TEXT... -- COMMAND...: the command exits so and one line has every TEXT.
says() {
    name=$1
    exit=$2
    shift 2
    : >"$out/texts"
    while [ "$1" != -- ]; do
        printf '%s\n' "$1" >>"$out/texts"
        shift
    done
    shift
    got=0
    "$@" >"$out/said" 2>&1 </dev/null || got=$?
    [ "$got" = "$exit" ] || fail "$name: exit $got instead of $exit"
    lines=$(cat "$out/said")
    while read -r text; do
        lines=$(printf '%s\n' "$lines" | grep -F -- "$text") || fail "$name: no line has: $text"
    done <"$out/texts"
    echo "$name: $(printf '%s\n' "$lines" | head -n 1)"
}

# A manikin that nobody presses. It is a recording, for a story then moves its own clock: no
# other work of the machine lets it come too late.
awk 'BEGIN { print "t_ms,depth_mm"; for (t = 0; t < 600000; t += 100) print t ",0.0" }' \
    >"$out/quiet.csv"
manikin=replay:$out/quiet.csv
kiosk() {
    "$bin/life-kiosk" --headless 1280x720 --data "$out/data" --manikin "$manikin" "$@"
}

# A scripts folder of its own, to break things in.
scripts=$out/scripts
cp -r "$root/scripts" "$scripts"
rm -r "$scripts/lessons"
cp -r "$root/tests/lessons" "$scripts/lessons"
export LIFE_KIOSK_SCRIPTS="$scripts"

printf 'return { idle_s = "sixty" }\n' >"$out/kiosk.lua"
printf 'return {\n  hours = {\n    { from = 8,\n      to = 25 },\n  },\n}\n' >"$out/rows.lua"
printf 'tap #wake\nuntil screen home 2000\n' >"$out/home.story"
says "config with a mistake in a row" 1 "rows.lua:4: hours[1].to is 25" -- \
    kiosk --config "$out/rows.lua" --check
says "config with a wrong type" 1 kiosk.lua idle_s sixty -- \
    kiosk --config "$out/kiosk.lua" --check
says "... and the rest goes on" 0 kiosk.lua -- \
    kiosk --config "$out/kiosk.lua" --story "$out/home.story"

mkdir -p "$scripts/lessons/broken" "$scripts/lessons/endless"
printf 'return {\n  id = "broken",\n  run = function( end }\n' >"$scripts/lessons/broken/lesson.lua"
says "lesson with a syntax error" 0 broken/lesson.lua:3 -- kiosk --story "$out/home.story"
rm -r "$scripts/lessons/broken"

cp -r "$scripts/lessons/solferino/." "$scripts/lessons/endless"
sed -i -e 's/id = "[^"]*"/id = "endless"/' \
    -e 's/run = function()/run = function() while true do end/' "$scripts/lessons/endless/lesson.lua"
cat >"$out/endless.story" <<'S'
tap #wake
until screen home 2000
lesson endless 2000
wait 500
shot failed
tap #home
until screen home 2000
S
says "endless loop in a lesson" 0 endless/lesson.lua -- \
    kiosk --out "$out" --story "$out/endless.story"
rm -r "$scripts/lessons/endless"

mv "$scripts/references" "$out/references"
says "no beginners to compare with" 1 references/beginners.lua -- kiosk --check
says "... and the rest goes on" 0 references/beginners.lua -- kiosk --story "$out/home.story"
mv "$out/references" "$scripts/references"

# One bad file stops nothing, not even one without which there would be no kiosk.
for file in languages.lua topics.lua words.lua text/zh-CN.lua text/en.lua guidelines/aha-2025.lua \
    guidelines/china.lua; do
    mv "$scripts/$file" "$out/whole"
    printf 'return {' >"$scripts/$file"
    says "broken $file" 0 "$file:1" -- kiosk --story "$out/home.story"
    rm "$scripts/$file"
    [ "$file" = guidelines/china.lua ] || # which a hall may do without
        says "no $file" 0 "$file" -- kiosk --story "$out/home.story"
    mv "$out/whole" "$scripts/$file"
done

# What staff's page says must not wait for lessons that never come.
cat >"$out/files.story" <<'S'
wait 200
hold #corner 3000
until screen staff 5000
wait 100
tap #pin-1
tap #pin-3
tap #pin-5
tap #pin-7
tap #pin-9
tap #pin-0
tap #pin-ok
wait 100
tap #pin-1
tap #pin-3
tap #pin-5
tap #pin-7
tap #pin-9
tap #pin-0
tap #pin-ok
wait 100
tap "课程和文件"
wait 200
expect text "topics.lua"
S
manikin=/dev/no-such-port # with one the desk has other buttons
mv "$scripts/lessons" "$out/lessons"
cp "$scripts/topics.lua" "$out/whole"
printf 'return {' >"$scripts/topics.lua"
says "broken topics.lua and no lessons" 0 scripts/lessons -- \
    kiosk --data "$out/no-lessons" --story "$out/files.story"
mkdir "$scripts/lessons"
says "... and an empty folder of them" 0 topics.lua:1 -- \
    kiosk --data "$out/empty-lessons" --story "$out/files.story"
manikin=replay:$out/quiet.csv
rmdir "$scripts/lessons"
mv "$out/whole" "$scripts/topics.lua"
mv "$out/lessons" "$scripts/lessons"

# Nobody wrote the set that is meant without settings.
cp "$scripts/sets.lua" "$out/whole"
printf 'return { { id = "clinic", title = "set_hall", scene = "press", lessons = { "aed" } } }\n' \
    >"$scripts/sets.lua"
kiosk --check >"$out/said" 2>&1 || fail "sets of a hall's own, and no settings"
printf 'return { volume = 2 }\n' >"$out/kiosk.lua"
kiosk --config "$out/kiosk.lua" --check >"$out/said" 2>&1 || fail "settings that name no set"
printf 'return { set = "hall" }\n' >"$out/kiosk.lua"
says "a set that is not there" 1 kiosk.lua 'set is "hall"' clinic -- \
    kiosk --config "$out/kiosk.lua" --check
mv "$out/whole" "$scripts/sets.lua"

mkdir -p "$out/broken"
printf 'this is not a database, and it is longer than a header' >"$out/broken/counts.db"
says "unreadable database" 0 counts.db -- \
    "$bin/life-kiosk" --headless 1280x720 --data "$out/broken" --manikin /dev/no-such-port \
    --story "$out/home.story"
grep -q "this is not a database" "$out"/broken/counts.foreign-20*.db ||
    fail "the broken file was not set aside as it was"

echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>' \
    >"$out/fonts.conf"
says "missing font" 1 "Noto Sans CJK SC" fonts-noto-cjk -- \
    env FONTCONFIG_FILE="$out/fonts.conf" "$bin/life-kiosk" --headless 1280x720 \
    --data "$out/data" --check

says "replay file that is not there" 1 nothing.csv -- \
    "$bin/life-kiosk" --headless 1280x720 --data "$out/data" --manikin replay:nothing.csv --check
says "unknown option" 2 colour -- "$bin/life-kiosk" --colour
echo 'tap somewhere' >"$out/slip.story"
says "story with a slip" 1 'slip.story:1: "somewhere" is not' -- kiosk --story "$out/slip.story"

# slips COMMAND TEXT: a story that asks for what is not there ends in its line.
slips() {
    printf 'wait 100\n%s\n' "$1" >"$out/slip.story"
    says "story: $1" 1 slip.story:2 "$2" -- kiosk --out "$out" --story "$out/slip.story"
}
slips 'tap #nothing' '#nothing to touch on the screen "attract"'
slips 'tap "Nothing"' 'says "Nothing"'
slips 'hold #nothing 100' '#nothing to hold'
slips 'until screen home 200' 'the screen is "attract", not "home"'
slips 'expect text "Nothing"' '"Nothing" is not on the screen'
mkdir "$out/taken.png"
slips "shot taken" taken.png
slips 'unplug 1' 'not a simulated one'
slips 'unplug 3' 'not a simulated one'
