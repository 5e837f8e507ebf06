#!/bin/sh
# third_language.sh BIN OUT: a language is its row in languages.lua and its text files, a topic
# its row in topics.lua and its words: no C.
set -eu
bin=$1
out=$2
rm -rf "$out"
mkdir -p "$out"
export ASAN_OPTIONS=verify_asan_link_order=0

fail() {
    echo "third_language.sh: $1" >&2
    cat "$out/said" >&2
    exit 1
}

cp -r scripts "$out/scripts"
rm -r "$out/scripts/lessons"
mkdir "$out/scripts/lessons"
cp -r tests/lessons/solferino "$out/scripts/lessons"
cp tests/languages.lua "$out/scripts"
export LIFE_KIOSK_SCRIPTS="$out/scripts" LIFE_KIOSK_LESSONS="$out/scripts/lessons"
export LIFE_KIOSK_LANGUAGES="$out/scripts/languages.lua"
sed -i 's/^}/  { code = "x-mark", name = "Marked", locale = "en" },\n}/' "$out/scripts/languages.lua"

lesson=$out/scripts/lessons/burns
cp -r "$out/scripts/lessons/solferino" "$lesson"
sed -i -e 's/id = "solferino"/id = "burns"/' -e 's/topic = "history"/topic = "safety"/' "$lesson/lesson.lua"
"$bin/lesson-check" --lang en "$lesson" >"$out/said" 2>&1 && fail "lesson-check knows the topic already"
grep -q 'burns/lesson.lua:[0-9]*: error: .*topic has to be "first-aid", .* or "history"' "$out/said" ||
    fail "lesson-check does not name the topic"
sed -i 's/^}/  { id = "safety", title = "home_safety", words = "home_safety_words", icon = "bolt", colour = "amber" },\n}/' \
    "$out/scripts/topics.lua"
for text in "$out/scripts/text"/*.lua; do
    sed -i 's/^}/    home_safety = "Safety",\n    home_safety_words = "{n} lessons",\n}/' "$text"
done

"$bin/lesson-check" --lang en >"$out/said" 2>&1 && fail "lesson-check misses no text/x-mark.lua"
grep -q 'solferino/text/x-mark.lua' "$out/said" || fail "lesson-check does not name the file"
# English with a mark in front of every text.
for folder in "$out/scripts" "$out"/scripts/lessons/*; do
    sed -E 's/ = "/ = "~/' "$folder/text/en.lua" >"$folder/text/x-mark.lua"
done
"$bin/lesson-check" --lang en >"$out/said" 2>&1 || fail "lesson-check finds an error"

cat >"$out/visit.story" <<'S'
expect text "~Learn first aid"
expect text "Marked · 中文"
tap #lang
wait 100
expect text "学一课急救"
expect text "中文 · English"
tap #lang
wait 100
expect text "English · Marked"
tap #lang
wait 100
expect text "~Learn first aid"
tap #wake
until screen home 2000
wait 100
shot home
expect text "~Safety"
lesson burns 2000
wait 100
expect text "1859"
tap #home
until screen home 2000
lesson solferino 2000
wait 100
expect text "~"
expect text "1859"
S
printf 'return { lang = "x-mark" }\n' >"$out/kiosk.lua"
tests/e2e/run_story.sh "$bin" "$out/run" "$out/visit.story" --lang x-mark \
    --manikin /dev/no-such-port >"$out/said" 2>&1 || fail "the visit failed"
"$bin/life-kiosk" --headless 1280x720 --data "$out/data" --config "$out/kiosk.lua" --check \
    >"$out/said" 2>&1 || fail "settings cannot name the language"

printf 'return { lang = "x-none" }\n' >"$out/kiosk.lua"
"$bin/life-kiosk" --headless 1280x720 --data "$out/data" --config "$out/kiosk.lua" --check \
    >"$out/said" 2>&1 && fail "settings may name a language that is not there"
grep -q 'lang is "x-none"; write "zh-CN", "en" or "x-mark"' "$out/said" || fail "the sentence is wrong"
