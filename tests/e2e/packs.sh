#!/bin/sh
# packs.sh BIN OUT: from a lesson's folder to a visitor: a key is made, the lesson is packed, staff
# install it from a folder that plays the stick, visitors open it, at once and after a new start;
# without the key it is shown no more, and removed it is gone. Pictures of each step stay in OUT.
set -eu
bin=$1
out=$2
rm -rf "$out"
mkdir -p "$out/stick" "$out/lessons"
export ASAN_OPTIONS=verify_asan_link_order=0
export LIFE_KIOSK_LESSONS=tests/lessons LIFE_KIOSK_LANGUAGES=tests/languages.lua

fail() {
    echo "packs.sh: $1" >&2
    cat "$out/said" >&2
    exit 1
}

cp -r tests/lessons/solferino "$out/lessons/relay"
sed -i 's/id = "[^"]*"/id = "relay"/; s/^  api = 1,/&\n  version = 2,/; /^  version = 1,/d' \
    "$out/lessons/relay/lesson.lua"
sed -i 's/^\( *title = \)"[^"]*"/\1"接力救护"/' "$out/lessons/relay/text/zh-CN.lua"
check="$bin/lesson-check --lang en"
$check --new-key "$out/key" >"$out/said" 2>&1 || fail "--new-key: exit $?"
$check --new-key "$out/other" >"$out/said" 2>&1 || fail "--new-key: exit $?"
$check --pack "$out/lessons/relay" --key "$out/key" -o "$out/stick/relay.lkp" >"$out/said" 2>&1 ||
    fail "--pack: exit $?"
$check --pack "$out/lessons/relay" --key "$out/other" -o "$out/stick/stranger.lkp" \
    >"$out/said" 2>&1 || fail "--pack: exit $?"
printf 'return { pin = "new", trusted_keys = { { name = "嘉善县红十字会", key = "%s" } } }\n' \
    "$(sed -n 2p "$out/key.pub")" >"$out/trust.lua"

pin=$(for digit in 1 9 0 7 2 4; do echo "key $digit"; done; printf 'tap #pin-ok\nwait 300\n')
come_in="hold #corner 3000
until screen staff 5000
wait 100
$pin"

# play NAME SETTINGS: the story on stdin.
play() {
    cat >"$out/$1.story"
    LIFE_KIOSK_STICK=$out/stick "$bin/life-kiosk" --headless 1920x1080 --data "$out/data" \
        --out "$out" --config "$2" --manikin /dev/no-such-port --story "$out/$1.story" \
        >"$out/said" 2>&1 || fail "$1: exit $?"
}

visit='tap #wake
until screen home 2000
lesson relay 2000
wait 100'

play install "$out/trust.lua" <<S
$come_in
$pin
tap #set-up
wait 100
tap #packs
wait 300
shot packs-1-list
expect text "接力救护"
expect text "嘉善县红十字会"
tap #pack-1
wait 300
shot packs-2-done
expect text "装好了"
tap #back
wait 200
tap #back
until screen attract 2000
wait 500
$visit
shot packs-3-lesson
S
[ -f "$out/data/packs/relay/head" ] || fail "it is not installed"
play again "$out/trust.lua" <<S
$visit
S
printf 'return {}\n' >"$out/nobody.lua"
printf 'tap #wake\nuntil screen home 2000\n' | play untrusted "$out/nobody.lua"
grep -q "relay: is signed with the key" "$out/said" || fail "a key taken away is not named"
play remove "$out/trust.lua" <<S
$come_in
tap #set-up
wait 100
tap #packs
wait 300
shot packs-4-same
tap #page-next
wait 200
tap #remove-1
wait 200
shot packs-5-sure
tap #remove-1
wait 300
shot packs-6-removed
expect text "已删除"
S
[ ! -e "$out/data/packs/relay" ] || fail "it is not removed"
[ -z "$(ls -A "$out/data/packs")" ] || fail "something of it is left"
echo "packs.sh: installed, seen, kept over a start, refused without its key, removed"
