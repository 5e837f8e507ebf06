#!/bin/sh
# SPDX-License-Identifier: MIT
# The same samples give the same bits with every compiler: builds tests/bench/bits.c and
# kiosk/cpr with gcc and clang, without and with optimisation, and compares what they print.
#
#     same_bits.sh FOLDER     FOLDER is where the programs and their output go
set -eu
out=${1:?"usage: same_bits.sh FOLDER"}
cd "$(dirname "$0")/../.."
for compiler in gcc clang-14; do
    command -v "$compiler" >/dev/null || {
        echo "same_bits: $compiler is not installed; tools/setup test installs what tools/packages/test names" >&2
        exit 1
    }
done
mkdir -p "$out"

# NAME COMPILER FLAG...: the one flag that all share is the one of tools/cmake/warnings.cmake.
print_bits() {
    name=$1
    shift
    "$@" -std=c11 -D_GNU_SOURCE -ffp-contract=off -Ikiosk -Ifirmware -Itests \
        tests/bench/bits.c tests/support/rescuer.c kiosk/cpr/*.c -lm -lcmocka -o "$out/$name"
    "$out/$name" >"$out/$name.txt"
    echo "$name: $(grep -c '^wave' "$out/$name.txt") waves, $(wc -l <"$out/$name.txt") lines," \
        "$(cksum <"$out/$name.txt")"
}

builds=
for build in "gcc -O0" "gcc -O2" "gcc -O3 -march=native" "clang-14 -O0" "clang-14 -O2"; do
    # shellcheck disable=SC2086 # a compiler and its flags
    print_bits "$(echo "$build" | tr -d ' ')" $build &
    builds="$builds $!"
done
for build in $builds; do
    wait "$build" || { echo "same_bits: a build failed" >&2; exit 1; }
done

status=0
for other in gcc-O2 gcc-O3-march=native clang-14-O0 clang-14-O2; do
    cmp -s "$out/gcc-O0.txt" "$out/$other.txt" && continue
    echo "same_bits: $other prints other bits than gcc-O0; the first that differ:" >&2
    diff "$out/gcc-O0.txt" "$out/$other.txt" | head -6 >&2 || true
    status=1
done
exit $status
