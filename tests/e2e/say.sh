#!/bin/sh
# say.sh BIN OUT: life-kiosk --say prints words and sounds, writes the sound, says what is wrong.
set -eu
bin=$1
out=$2
rm -rf "$out"
mkdir -p "$out"
export LC_ALL=en_US.UTF-8 # whose sentences are looked for

fail() {
    echo "say.sh: $1" >&2
    cat "$out/said" "$out/told" >&2
    exit 1
}

# says EXIT WORDS SOUNDS ARGUMENT...: the first line is WORDS, the second has SOUNDS.
says() {
    exit=$1
    words=$2
    sounds=$3
    shift 3
    got=0
    "$bin/life-kiosk" "$@" >"$out/said" 2>"$out/told" </dev/null || got=$?
    [ "$got" = "$exit" ] || fail "$*: exit $got instead of $exit"
    [ "$(sed -n 1p "$out/said")" = "$words" ] || fail "$*: the words are not: $words"
    [ -z "$sounds" ] || sed -n 2p "$out/said" | grep -qF -- "$sounds" || fail "$*: no sounds: $sounds"
}

says 0 '按三十比二，打幺二零' "j'Au55" --say '按 30:2，打120' --wav "$out/zh.wav"
[ "$(wc -l <"$out/said")" = 2 ] || fail "not two lines"
[ ! -s "$out/told" ] || fail "something is told"
[ "$(wc -c <"$out/zh.wav")" -gt 40000 ] || fail "no second of sound"
[ "$(head -c 4 "$out/zh.wav")" = RIFF ] || fail "not a RIFF file"
says 0 '重复' "ts.h'ong35" --say 重复
says 0 '溺水' "n'i51_| s.w'ei214" --say 溺水
says 0 'an A E D, five to six centimetres' "'eI 'i: d'i:" --lang en --say 'an AED, 5–6 cm'
says 0 '' '' --say ''

says 2 '' '' --wav "$out/x.wav"
grep -q 'needs --say' "$out/told" || fail "--wav alone is not refused"
says 2 '' '' --say
says 1 'X' '' --say x --wav "$out/no/such/x.wav"
grep -q 'no/such/x.wav' "$out/told" || fail "the file is not named"

# A language without an engine, and a lexicon with a mistake.
cp -r scripts "$out/scripts"
printf 'return { { code = "en", name = "English", locale = "en" } }\n' >"$out/scripts/languages.lua"
LIFE_KIOSK_SCRIPTS=$out/scripts says 1 'two times' '' --lang en --say '2 times'
grep -q 'en has no engine' "$out/told" || fail "no engine is not told"
printf 'return { words = { ["重复"] = "chong2" } }\n' >"$out/scripts/speech/zh-CN.lua"
cp scripts/languages.lua "$out/scripts/languages.lua"
LIFE_KIOSK_SCRIPTS=$out/scripts says 1 '重复' '' --say 重复
grep -q 'zh-CN.lua: 重复 = "chong2": 2 characters' "$out/told" || fail "the mistake is not told"
echo "say.sh: well"
