#!/bin/sh
# start.sh BIN OUT: how life-kiosk starts and ends; exit 0 staff quit, 1 cannot start, 2 usage.
set -eu
bin=$1
out=$2
rm -rf "$out"
mkdir -p "$out"
export LC_ALL=en_US.UTF-8 # whose sentences are looked for; not_started.py tries both
export ASAN_OPTIONS=verify_asan_link_order=0

fail() {
    echo "start.sh: $1" >&2
    cat "$out/said" >&2
    exit 1
}

# exits CODE TEXT OPTION...: it ends so, and one of its lines has TEXT.
exits() {
    code=$1
    text=$2
    shift 2
    got=0
    "$bin/life-kiosk" "$@" >"$out/said" 2>&1 </dev/null || got=$?
    [ "$got" = "$code" ] || fail "$*: exit $got instead of $code"
    line=$(grep -F -m 1 -e "$text" "$out/said") || fail "$*: no line has: $text"
    echo "$*: $line"
}

# One sentence and nothing else.
refused() {
    exits 2 "$@"
    [ "$(wc -l <"$out/said")" = 1 ] || fail "more than one sentence"
}

exits 0 "life-kiosk 0." --version
exits 0 "--headless WxH" --help
refused '"--colour"' --colour
refused '"-x"' --check -x
refused '"--data"' --headless 1280x720 --data
refused '"surplus"' --check surplus
refused 1280x720 --headless 12
refused 1280x720 --windowed 1280x720x24
refused zh-CN --lang x-none
refused replay:FILE --manikin usb

refused "once for each" --manikin /dev/ttyUSB0,/dev/ttyUSB1
refused "once for each" --manikin sim,sim

# A check says what is there and leaves nothing behind.
exits 0 "well" --check --headless 1280x720 --data "$out/data" --manikin sim
grep -q "none named" "$out/said" || fail "--check does not say that no settings were named"
grep -q "1 found of 1" "$out/said" || fail "--check does not say what it found"
grep -q "sim: .*SIM-0001.* calibrated" "$out/said" || fail "--check does not name the manikin"
[ ! -e "$out/data" ] || fail "--check made the folder of the counts"
echo "return { manikin = { 'sim', '/dev/nothing' } }" >"$out/two.lua"
exits 0 "1 found of 2" --check --headless 1280x720 --data "$out/data" --config "$out/two.lua"
grep -q "settings  $out/two.lua" "$out/said" || fail "--check does not name the settings"
grep -q "/dev/nothing: no manikin found" "$out/said" || fail "--check does not say what is missing"
exits 1 "faults found" --check --headless 1280x720 --data "$out/data" --config "$out/nothing.lua"
cp -r scripts "$out/scripts"
sed -i '/home_title/d' "$out/scripts/text/en.lua"
export LIFE_KIOSK_SCRIPTS="$out/scripts"
exits 1 'en.lua: there is no text "home_title", which zh-CN.lua has' --check --headless 1280x720 --data "$out/data"
unset LIFE_KIOSK_SCRIPTS
exits 1 "not counted" --check --headless 1280x720 --data "$out/said/data"

# A check reads the counts and leaves them as they are: no newer schema, nothing beside them.
mkdir -p "$out/older" "$out/closed"
python3 -c 'import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.executescript("""CREATE TABLE sums (day INTEGER NOT NULL, hour INTEGER NOT NULL,
    metric TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, content INTEGER NOT NULL,
    definition INTEGER NOT NULL, n INTEGER NOT NULL, revision INTEGER NOT NULL,
    PRIMARY KEY (day, hour, metric, subject, detail, content, definition)) STRICT, WITHOUT ROWID;
    PRAGMA user_version = 1; PRAGMA application_id = 1280000847""")' "$out/older/counts.db"
cp "$out/older/counts.db" "$out/kept.db"
exits 0 "well" --check --headless 1280x720 --data "$out/older" --manikin sim
cmp "$out/older/counts.db" "$out/kept.db" || fail "--check changed the counts"
[ "$(ls "$out/older")" = counts.db ] || fail "--check left $(ls "$out/older")"
cp "$out/kept.db" "$out/closed/counts.db"
mkdir "$out/closed/counts.db-wal"
exits 1 "not counted" --check --headless 1280x720 --data "$out/closed" --manikin sim

exits 1 "depth=900" --check --headless 1280x720 --data "$out/data" --manikin sim:depth=900
exits 1 nothing.story --headless 1280x720 --data "$out/data" --story "$out/nothing.story"

# SDL would draw unseen.
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
exits 1 "there is no display" --windowed 1280x720 --data "$out/data"

# ends SIGNAL: a kiosk that runs ends well and takes the simulated manikin along.
ends() {
    # After a shell's "&", SIGINT is ignored.
    env --default-signal=INT "$bin/life-kiosk" --headless 1280x720 --data "$out/data" \
        --manikin sim >"$out/said" 2>&1 &
    kiosk=$!
    sim=
    tries=0
    while [ -z "$sim" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || fail "$1: the kiosk did not start"
        sleep 0.1
        sim=$(cat "/proc/$kiosk/task/$kiosk/children" 2>/dev/null) || true
    done
    sleep 0.5
    kill -s "$1" "$kiosk"
    got=0
    wait "$kiosk" || got=$?
    [ "$got" = 0 ] || fail "SIG$1: exit $got instead of 0"
    ! kill -0 "$sim" 2>/dev/null || fail "SIG$1: the simulated manikin lives on"
    echo "SIG$1: exit 0"
}
ends TERM
ends INT
