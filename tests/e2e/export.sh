#!/bin/sh
# export.sh BIN OUT: staff export with no stick, with its folder in the way, with no counts.
set -eu
bin=$1
out=$2
rm -rf "$out"
mkdir -p "$out/data" "$out/broken"
export ASAN_OPTIONS=verify_asan_link_order=0
lang=en

pin="key 1
key 9
key 0
key 7
key 2
key 4
tap #pin-ok
wait 300"

# story NAME TEXT TIMES: the PIN so often, the export, and TEXT on the screen.
story() {
    {
        printf 'hold #corner 3000\nuntil screen staff 5000\nwait 100\n'
        for _ in $(seq "$3"); do
            echo "$pin"
        done
        printf 'tap #export\nwait 300\ntap #format-all\nwait 300\nexpect text "%s"\n' "$2"
    } >"$out/$1.story"
}

# play NAME DATA [OPTION...]
play() {
    name=$1
    data=$2
    shift 2
    "$bin/life-kiosk" --headless 1280x720 --lang "$lang" --data "$data" --manikin /dev/no-such-port \
        --story "$out/$name.story" "$@" >"$out/said" 2>&1 || {
        cat "$out/said" >&2
        exit 1
    }
}

fail() {
    echo "export.sh: $1" >&2
    exit 1
}

story first "/export/life-kiosk-20" 2 # chosen and repeated
play first "$out/data"
file=$(echo "$out"/data/export/life-kiosk-20*.csv)
[ -s "$file" ] || fail "$file was not written"
head -c 3 "$file" | od -An -tx1 | grep -q 'ef bb bf' || fail "no byte order mark: Excel would guess"
echo "exported: $(tail -c +4 "$file" | head -n 1)"

# The hall's name is in the file's, as a stick takes it.
printf 'return { place = "滨江/社区 馆" }\n' >"$out/kiosk.lua"
story hall "/export/life-kiosk-滨江-社区-馆-20" 1
play hall "$out/data" --config "$out/kiosk.lua"
for hall in "$out"/data/export/life-kiosk-滨江-社区-馆-20*.csv; do
    sed 's/,滨江.社区 馆,/,,/' "$hall" | cmp -s - "$file" ||
        fail "$hall is not what was exported without a hall"
done
rm "$hall"

story again "/data/export: there is a file of that name" 1
rm -r "$out/data/export"
echo "in the way" >"$out/data/export"
play again "$out/data"
grep -q "in the way" "$out/data/export" || fail "what was in the way was overwritten"
lang=zh-CN
story chinese "这里已经有一个同名的文件，不是文件夹" 1
play chinese "$out/data"
lang=en
echo "said: a file stands where the folder should be, in both languages"

printf 'this is not a database, and it is longer than a header' >"$out/broken/counts.db"
story broken "/export/life-kiosk-20" 2
play broken "$out/broken"
grep -q "this is not a database" "$out"/broken/counts.foreign-20*.db ||
    fail "what stood in the place of the counts was not set aside"
echo "exported: the counts that began anew"
