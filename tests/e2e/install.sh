#!/bin/sh
# install.sh BUILD OUT: what `cmake --install` leaves runs from anywhere, by its own data alone.
set -eu
build=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
trap 'exit 1' HUP INT TERM
unset LIFE_KIOSK_SCRIPTS LIFE_KIOSK_LESSONS LIFE_KIOSK_LANGUAGES
export ASAN_OPTIONS=verify_asan_link_order=0

fail() {
    echo "install.sh: $1" >&2
    cat "$out/said" >&2
    exit 1
}

cmake --install "$build" --prefix "$out/tree" >"$out/said" 2>&1 || fail "cmake --install failed"
# Not where it was installed: no path is compiled in.
mv "$out/tree" "$out/moved here"
tree="$out/moved here"
cd "$out"

# kiosk OPTION...: headless, with what a simulated manikin needs.
kiosk() {
    env LD_PRELOAD=libptyserial.so LD_LIBRARY_PATH="$tree/lib/life-kiosk" \
        "$tree/bin/life-kiosk" --headless 1280x720 --data "$out/data" "$@" >"$out/said" 2>&1
}

kiosk --check --manikin sim || fail "--check: exit $?"
grep -qx "well" "$out/said" || fail "--check does not say that all is well"
lessons=$(sed -n 's/^lessons *//p' "$out/said")
"$tree/bin/lesson-check" --lang en >"$out/said" 2>&1 || fail "lesson-check: exit $?"
grep -q ": $lessons lessons" "$out/said" || fail "lesson-check found other lessons than the kiosk"
printf 'tap #wake\nuntil screen home 2000\ntap #practice\nuntil screen practice 2000\nwait 4000\n' \
    >"$out/push.story"
kiosk --manikin sim --out "$out" --story "$out/push.story" || fail "a visit: exit $?"
printf 't_ms,depth_mm\n0,0\n10,0\n' >"$out/run.csv"
"$tree/bin/cpr-analyze" "$out/run.csv" >"$out/said" 2>&1 || fail "cpr-analyze: exit $?"

# What nobody has signed is not shown, and named.
# No shipped lesson's id: that one would be replaced.
id=weir-of-the-mill
[ ! -e "$tree/share/life-kiosk/scripts/lessons/$id" ] || fail "$id is shipped: name another id"
pack=$out/data/packs/$id
lesson=$pack/scripts/lessons/$id
mkdir -p "$pack/scripts/lessons"
cp -r "$tree/share/life-kiosk/scripts/lessons/solferino" "$lesson"
sed -i "s/id = \"solferino\"/id = \"$id\"/" "$lesson/lesson.lua"
! kiosk --check || fail "--check with an unsigned pack: exit 0"
grep -q "data/packs/$id: is not signed" "$out/said" || fail "the unsigned pack is not named"

# A signed pack's lesson stands beside those shipped: its head is what stands before its files.
"$tree/bin/lesson-check" --lang en --new-key "$out/key" >"$out/said" 2>&1 || fail "--new-key: exit $?"
key=$(sed -n 2p "$out/key.pub")
"$tree/bin/lesson-check" --lang en --pack "$lesson" --key "$out/key" \
    -o "$out/mill.lkp" >"$out/said" 2>&1 || fail "--pack: exit $?"
files=$(cat "$lesson"/*.lua "$lesson"/text/*.lua | wc -c)
head -c "-$files" "$out/mill.lkp" >"$pack/head"
echo "return { trusted_keys = { { name = 'Riverside', key = '$key' } } }" >"$out/trust.lua"
kiosk --check --config "$out/trust.lua" || fail "--check with a pack: exit $?"
grep -qE "^lessons +$((lessons + 1))$" "$out/said" || fail "the pack's lesson is not there"
rm -r "$pack"

# Nothing of the source tree helps out.
mv "$tree/share/life-kiosk/firmware" "$out/firmware"
! kiosk --check --manikin sim || fail "the firmware was taken from elsewhere"
mv "$tree/share" "$out/share"
[ -d /usr/share/life-kiosk ] || ! kiosk --check || fail "scripts were taken from elsewhere"
