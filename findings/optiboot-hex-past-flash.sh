#!/bin/sh
# Debian 12's ready-made Optiboot for the Uno does not fit into its flash.
#
# arduino-core-avr 1.8.7+dfsg-1~deb12u1 ships optiboot_atmega328.hex. The ATmega328P has 32 KiB
# of flash, up to 0x7FFF, and the Uno's boot section is the last 512 bytes of it, from 0x7E00.
# The file holds 532 bytes from 0x7E00 and a version word at 0x7FFE, so its last 20 bytes stand
# past the end of the flash and the version word over the program.
#
# What we do: test_loader builds Optiboot from the package's own source into a boot section of
# 1 KiB instead of loading this file.
#
# Exits 0 while it is so, 1 when it has changed, 2 when it could not be tried.
set -eu
package=arduino-core-avr=1.8.7+dfsg-1~deb12u1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
if ! apt-get download -q "$package" >log 2>&1 && ! { apt-get update -q && apt-get download -q "$package"; } >log 2>&1; then
    tail -n 3 log >&2
    echo "could not be tried: $package is not to be had" >&2
    exit 2
fi
dpkg-deb -x ./*.deb tree
hex=$(find tree -name optiboot_atmega328.hex)
[ -n "$hex" ] || { echo "changed: the package has no optiboot_atmega328.hex"; exit 1; }
echo "$package"

# Intel HEX: ":" count address type data sum; type 00 is data.
python3 - "$hex" <<'PYTHON'
import sys

FLASH_END = 0x8000
memory = {}
twice = 0
for line in open(sys.argv[1], encoding="ascii"):
    record = bytes.fromhex(line.strip()[1:])
    count, address, kind = record[0], int.from_bytes(record[1:3], "big"), record[3]
    if kind == 0:
        for at, byte in enumerate(record[4:4 + count], address):
            twice += at in memory
            memory[at] = byte
first, last = min(memory), max(memory)
past = sum(at >= FLASH_END for at in memory)
print(f"optiboot_atmega328.hex: 0x{first:04X} to 0x{last:04X}, {past} bytes past 0x7FFF, "
      f"{twice} addresses written twice")
holds = first == 0x7E00 and past == 20 and twice == 2
print("it is as found" if holds else "changed")
sys.exit(0 if holds else 1)
PYTHON
