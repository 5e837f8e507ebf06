#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""first_push.py BIN OUT: how long it takes from walking up to the first push.

Each way is played on the whole program and counted as 2 s a tap, the Chinese text of the
screens passed at 4 characters a second (each hanzi and each digit), and what the kiosk
makes a visitor wait. "read" stops at the line that says what to do next and leaves out the
bar's buttons and the word for a simulated manikin; "all" is everything that stands there.
The attract screen is counted where it is all there is: it is read before the first touch.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
TAP_S = 2
READ_CPS = 4
MOST_TAPS = 2
MOST_S = 20
WAIT_MS = 150  # for each screen at most; counted in full

SIM = ["--manikin", "sim:depth=50"]
NONE = ["--manikin", "/dev/no-such-port"]
PRESSED = 'push 50 3\nuntil screen practice 900\nwait 1200\nexpect text "还剩"\n'
TOUCH = f"tap #wake\nuntil screen home {WAIT_MS}\nwords 1-home\n"
BAR = ["首页", "离开", "中文 · English", "大字 A", "听一听", "设置",
       "虚拟模拟人 · simulated manikin"]

# name: how the kiosk is started, the story up to the first push, what follows it, and of
# each screen the line that says what to do
WAYS = {
    "pushed on attract": (SIM, "words 0-attract\n", PRESSED, ["模拟人"]),
    "touch": (SIM, TOUCH, PRESSED, ["按下模拟人"]),
    "child": (SIM, TOUCH, PRESSED + "tap #child\nwait 100\n", ["按下模拟人"]),
    "touch, practise": (SIM, TOUCH + f"tap #practice\nuntil screen practice {WAIT_MS}\n"
                                     "words 2-practice\n", PRESSED, ["开始练习", "跪在旁边"]),
    "no manikin": (NONE,
                   TOUCH + f"tap #rhythm\nuntil screen rhythm {WAIT_MS}\nwords 2-rhythm\n",
                   "tap #beat\nwait 500\ntap #beat\nwait 100\n", ["拍一拍节奏", "拍这里"]),
}
# Ways on which there is time for every word that stands there.
WHOLE = ["pushed on attract", "touch", "child"]


def characters(text):
    return len(re.findall(r"[\u4e00-\u9fff0-9]", text))


def read_of(lines, last):
    read = 0
    for line in lines:
        read += 0 if line in BAR else characters(line)
        if last in line:
            return read
    sys.exit(f"first_push.py: nothing says {last!r}: {lines}")


def play(name, options, story, lasts):
    """Characters of the screens passed: those read, and all."""
    out = OUT / name.replace(" ", "-").replace(",", "")
    out.mkdir()
    (out / "run.story").write_text("wait 1500\n" + story, encoding="utf-8")
    environment = dict(os.environ, LD_PRELOAD=str(BIN.parent / "lib/libptyserial.so"),
                       ASAN_OPTIONS="verify_asan_link_order=0")
    done = subprocess.run([BIN / "life-kiosk", "--headless", "1920x1080", "--lang", "zh-CN",
                           "--data", out / "data", "--out", out, "--story", out / "run.story",
                           *options],
                          env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"first_push.py: {name}: {done.stderr.strip()}")
    screens = [path.read_text(encoding="utf-8").splitlines()
               for path in sorted(out.glob("[0-9]-*.txt"))]
    assert len(screens) == len(lasts), (name, len(screens))
    return (sum(read_of(lines, last) for lines, last in zip(screens, lasts)),
            sum(characters("".join(lines)) for lines in screens))


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
faults = []
print(f"{'way':20} taps  wait s  read: characters  seconds  all: characters  seconds")
for name, (options, before, after, lasts) in WAYS.items():
    read, every = play(name, options, before + after, lasts)
    taps = before.count("tap ")
    wait_s = before.count(f" {WAIT_MS}\n") * WAIT_MS / 1000
    read_s, every_s = (taps * TAP_S + count / READ_CPS + wait_s for count in (read, every))
    print(f"{name:20} {taps:4}  {wait_s:6.1f}  {read:16}  {read_s:7.1f}  {every:15}  {every_s:7.1f}")
    seconds = every_s if name in WHOLE else read_s
    if taps > MOST_TAPS or seconds > MOST_S:
        faults.append(f"{name}: {taps} taps and {seconds:.1f} s, at most {MOST_TAPS} and {MOST_S}")
if faults:
    sys.exit("first_push.py: " + "; ".join(faults))
