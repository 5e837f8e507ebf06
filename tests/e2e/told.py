#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""told.py BIN OUT: what a manikin cannot do is said before the first push, not after.

The whole program with four manikins: ours from a board that nobody has calibrated, one
that sends ten readings a second, one that nobody has taught, one whose sensor sees nothing
while nobody presses. Visitors read it in both languages, staff at their desk; the first
two may be pressed, and their result has count and rate, and no points.
"""

import concurrent.futures
import json
import math
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import threading
import time
import tty

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])

PIN = "".join(f"tap #pin-{digit}\n" for digit in "135790") + "tap #pin-ok\nwait 300\n"
DESK = "hold #corner 3000\nuntil screen staff 5000\nwait 100\n" + PIN + PIN


def words(key, lang):
    """The last line of a text: what a story can look for. Up to what is filled in."""
    text = pathlib.Path(f"scripts/text/{lang}.lua").read_text()
    line = re.search(rf'^    {key} = "(.*)",$', text, re.MULTILINE)[1].split("\\n")[-1]
    return f'expect text "{line.split("{")[0].strip()}"\n'


def read(name, *keys):
    """In Chinese, then in English, at the largest text too."""
    story = ""
    for lang in ("zh-CN", "en"):
        story += "".join(words(key, lang) for key in keys) + f"shot {name}-{lang}\n"
        story += "tap #text-size\ntap #text-size\ntap #text-size\nwait 100\n"
        story += f"shot {name}-{lang}-large\ntap #text-size\ntap #lang\nwait 200\n"
    return story


def play(name, story, target, *options):
    out = OUT / name
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / "run.story").write_text(story)
    (out / "kiosk.lua").write_text('return { pin = "new", test_s = 10 }\n')
    environment = dict(os.environ, LD_PRELOAD=str(BIN.parent / "lib/libptyserial.so"),
                       ASAN_OPTIONS="verify_asan_link_order=0")
    subprocess.run([BIN / "life-kiosk", "--headless", "1280x720", "--lang", "zh-CN", "--data",
                    out / "data", "--config", out / "kiosk.lua", "--out", out, "--story",
                    out / "run.story", "--manikin", target, *options],
                   env=environment, check=True)
    return out


def expect_unscored(out, reason, least):
    result = json.loads((out / "practice.json").read_text())
    count, rate = (result["compressions"][it] for it in ("count", "mean_rate_cpm"))
    if result["trust"]["reasons"] != [reason] or result["score"]["total"] is not None:
        sys.exit(f"told.py: {out}: {result['trust']}, {result['score']}")
    if count < least or abs(rate - 110) > 2:
        sys.exit(f"told.py: {out}: {count} pushes at {rate} /min")
    print(f"{out.name}: {count} pushes, {rate} /min, {reason}, no points")


def uncalibrated():
    sim = subprocess.Popen([BIN / "manikin-sim", "--blank", "--learner",
                            "depth=55,rate=110,seconds=25"],
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    try:
        port = sim.stdout.readline().strip()
        out = play("uncalibrated", f"""tap #wake
until screen home 15000
tap #test
until screen result 60000
wait 200
{read("result", "told_uncalibrated_result", "told_uncalibrated_cure")}wait 12000
tap #end
until screen attract 2000
wait 300
{DESK}{words("desk_uncalibrated", "zh-CN")}shot desk
tap #set-up
wait 100
tap #manikin
wait 800
shot staff
""", port)
    finally:
        sim.terminate()
        sim.wait()
    expect_unscored(out, "not_calibrated", 15)


def slow():
    rows = ["t_ms,depth_mm"]
    for i in range(600):
        pushed = 0.5 - 0.5 * math.cos(2 * math.pi * max(i / 10 - 12, 0) * 110 / 60)
        rows.append(f"{i * 100},{55 * pushed:.1f}")
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "slow.csv").write_text("\n".join(rows) + "\n")
    out = play("slow", f"""wait 300
tap #wake
until screen home 2000
wait 2500
{words("told_slow", "zh-CN")}shot home
tap #test
until screen practice 2000
{read("waiting", "told_slow", "told_slow_text")}until screen result 60000
wait 200
{read("result", "told_slow_result", "told_slow_cure")}""", f"replay:{OUT / 'slow.csv'}")
    expect_unscored(out, "rate_jitter", 15)


class Line(threading.Thread):
    """A board that prints what `say` makes of the seconds, fifty times each."""

    def __init__(self, say):
        super().__init__(daemon=True)
        self.say, self.done = say, threading.Event()
        self.ours, self.theirs = pty.openpty()
        tty.setraw(self.theirs)
        self.port = os.ttyname(self.theirs)

    def run(self):
        begun = time.monotonic()
        for i in range(1 << 30):
            if self.done.wait(max(begun + i / 50 - time.monotonic(), 0)):
                return
            os.write(self.ours, (self.say(i / 50) + "\n").encode())

    def play(self, name, story):
        self.start()
        play(name, story, self.port)
        self.done.set()
        self.join()


def untaught():
    story = f"""wait 3000
tap #wake
until screen home 2000
wait 200
{words("told_untaught", "zh-CN")}tap #practice
until screen practice 2000
wait 200
{read("waiting", "told_untaught", "told_ask_and_learn")}tap #stop
wait 200
tap #leave
until screen attract 2000
{DESK}{words("desk_untaught", "zh-CN")}shot desk
"""
    Line(lambda t_s: f"{int(t_s * 50) % 7},{300 + int(t_s * 50) % 3}").play("untaught", story)


def blind():
    story = f"""wait 7000
tap #wake
until screen home 2000
wait 200
{words("told_blind", "zh-CN")}tap #practice
until screen practice 2000
wait 200
{read("waiting", "told_blind", "told_ask_and_learn")}tap #stop
wait 200
tap #leave
until screen attract 2000
{DESK}{words("desk_blind", "zh-CN")}shot desk
"""
    Line(lambda t_s: "Distance: 90 mm" if t_s < 3 else
         "Out of range" if int(t_s) % 2 else "Distance: 8190 mm").play("blind", story)


# Side by side: their boards take their time.
with concurrent.futures.ThreadPoolExecutor() as pool:
    for case in [pool.submit(it) for it in (uncalibrated, slow, untaught, blind)]:
        case.result()
