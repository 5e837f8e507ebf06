#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""push.py BIN OUT: what a story pushes is what the kiosk measures, and nothing else is.
The first push on attract or home starts practice and is one of its pushes.

`push` goes the learner's way: manikin-sim, firmware, cable, link, analysis. The learner
that the manikin was started with would press 80 mm and must not be seen.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])

BEGIN = """wait 500
tap #wake
until screen home 2000
tap #practice
until screen practice 2000
wait 500
"""
END = "until screen result 60000\n"


def play(name, story, *manikins, config="return { test_s = 12 }\n"):
    out = OUT / name
    out.mkdir()
    (out / "run.story").write_text(story)
    (out / "kiosk.lua").write_text(config)
    plugged = [word for manikin in manikins for word in ("--manikin", manikin)]
    environment = dict(os.environ, LD_PRELOAD=str(BIN.parent / "lib/libptyserial.so"),
                       ASAN_OPTIONS="verify_asan_link_order=0")
    done = subprocess.run([BIN / "life-kiosk", "--headless", "1280x720", "--lang", "en",
                           "--data", out / "data", "--config", out / "kiosk.lua", "--out", out,
                           "--story", out / "run.story", *plugged],
                          env=environment, capture_output=True, text=True, check=False)
    return done, out


def depths(out):
    """Peak and time of every compression of the recording."""
    said = subprocess.run([BIN / "cpr-analyze", out / "recording.csv", "--events"],
                          capture_output=True, text=True, check=True)
    return [(event["depth_mm"], event["t_s"]) for event in json.loads(said.stdout)["events"]]


def are_as_told(name, story, told):
    """`told`: (mm, how many, a minute), in order."""
    done, out = play(name, BEGIN + story + END, "sim:depth=80,rate=60,lean=9")
    if done.returncode:
        return [f"{name}: {done.stderr.strip()}"]
    seen = depths(out)
    wanted = [(mm, rate) for mm, count, rate in told for _ in range(count)]
    faults = []
    if len(seen) != len(wanted):
        return [f"{name}: {len(seen)} pushes instead of {len(wanted)}"]
    for (mm, _), (depth, _) in zip(wanted, seen):
        if abs(depth - mm) > 1.5:
            faults.append(f"{name}: {depth} mm instead of {mm}")
    for i in range(1, len(seen)):
        same = wanted[i] == wanted[i - 1]
        step = seen[i][1] - seen[i - 1][1]
        if same and abs(step - 60 / wanted[i][1]) > 0.03:
            faults.append(f"{name}: {step:.3f} s apart instead of {60 / wanted[i][1]:.3f}")
    print(f"{name}: {len(seen)} pushes of {seen[0][0]} to {seen[-1][0]} mm")
    return faults


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
faults = are_as_told("one", "push 40\n", [(40, 1, 110)])
faults += are_as_told("seven", "push 55 7\n", [(55, 7, 110)])
faults += are_as_told("changing", "push 55 5\nwait 2000\npush 20 4 90\npush 65.5 3 140\n",
                      [(55, 5, 110), (20, 4, 90), (65.5, 3, 140)])

def starts(name, story, *manikins):
    """The push that starts practice is one of the run's, at the manikin that was pushed."""
    done, out = play(name, story + "until screen practice 300\nuntil screen result 80000\n",
                     *manikins)
    if done.returncode:
        return [f"{name}: {done.stderr.strip()}"]
    seen = depths(out)
    print(f"{name}: {len(seen)} pushes, the first {seen[0][0]} mm deep, at {seen[0][1]} s")
    good = (len(seen) == 12 and abs(seen[0][0] - 43) <= 1.5 and 0 < seen[0][1] < 0.5)
    return [] if good else [f"{name}: {seen}"]


SIM = "sim:depth=80"
faults += starts("from attract", "wait 1500\npush 43 12\n", SIM)
faults += starts("from home", "wait 500\ntap #wake\nuntil screen home 900\nwait 1500\npush 43 12\n",
                 SIM)
faults += starts("on the second", "wait 1500\npush 43 12 110 2\n", SIM, SIM)

done, _ = play("not simulated", BEGIN + "push 50\n", "/dev/no-such-port")
print("not simulated:", done.stderr.strip().splitlines()[-1])
if done.returncode != 1 or "push: manikin 1 is not a simulated one" not in done.stderr:
    faults.append("a push on what is not simulated is not refused by name")
if faults:
    sys.exit("push.py: " + "; ".join(faults))
