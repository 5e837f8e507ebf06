#!/bin/sh
# run_story.sh BIN OUT STORY [life-kiosk OPTION...]
#
# Plays a story on the real kiosk, headless, with the simulated manikin behind the real
# libserialport, with the tests' own lessons and languages, from an empty data folder. Pictures and
# results stay in OUT to be looked at.
set -eu
bin=$1
out=$2
story=$3
shift 3
rm -rf "$out"
mkdir -p "$out"
# By name: LD_PRELOAD would take a space in the path for an end.
exec env LD_PRELOAD=libptyserial.so LD_LIBRARY_PATH="$bin/../lib" \
    LIFE_KIOSK_LESSONS="${LIFE_KIOSK_LESSONS:-tests/lessons}" \
    LIFE_KIOSK_LANGUAGES="${LIFE_KIOSK_LANGUAGES:-tests/languages.lua}" \
    ASAN_OPTIONS=verify_asan_link_order=0 \
    "$bin/life-kiosk" --headless 1280x720 --data "$out/data" --out "$out" --story "$story" "$@"
