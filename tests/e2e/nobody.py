#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""nobody.py BIN OUT: sensors that lie where nobody presses, through the whole program.

Attract stays, a visitor who walks away is counted down and out, a run waits, and what is
counted is the same as from a hall with a quiet manikin. The cables are drawn, as recordings;
a run has one of them beside the quiet one, the next run another (TEST_ALL=1: all).
"""

import os
import pathlib
import random
import shutil
import subprocess
import sys

from share import share

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
SEED = int(os.environ.get("TEST_SEED", "1"))
SECONDS = 340

STORY = """wait 40000
expect screen attract
tap #wake
until screen home 2000
wait 61000
expect text "I am still here"
wait 31000
expect screen attract
tap #wake
until screen home 2000
tap #test
until screen practice 2000
wait 20000
{told}expect screen practice
shot waiting
tap #stop
until screen home 2000
wait 92000
expect screen attract
hold #corner 3000
until screen staff 5000
wait 100
{pin}{pin}tap #export
wait 300
"""
PIN = "".join(f"key {digit}\n" for digit in "190724") + "key enter\nwait 300\n"
DOUBTED = 'expect text "{}"\n'


def spikes(rng, _):
    return rng.choice((819, -70, rng.uniform(-100, 100))) if rng.random() < 0.02 else 0


def loose(rng, _):
    return rng.uniform(-20, 70)


def creeps(_, t_s):
    return -(t_s % 60)


def quiet(_, __):
    return 0


# What the chest reads, and what is said in the room of the visitor who waits before it.
CABLES = {"quiet": (quiet, None), "spikes": (spikes, None), "loose": (loose, "told_doubted"),
          "creeps": (creeps, "told_doubted")}


def words(key):
    for line in pathlib.Path("scripts/text/en.lua").read_text().splitlines():
        if line.strip().startswith(f"{key} = "):
            return line.split('"')[1].split("\\n")[-1]
    sys.exit(f"nobody.py: there is no text {key}")


def record(out, reads):
    rng = random.Random(SEED)
    rows = ["t_ms,depth_mm"]
    for t_ms in range(0, SECONDS * 1000, 10):
        rows.append(f"{t_ms},{reads(rng, t_ms / 1000) + rng.uniform(-0.3, 0.3):.1f}")
    path = out / "cable.csv"
    path.write_text("\n".join(rows) + "\n")
    return path


def play(name, reads, key):
    out = OUT / name
    out.mkdir()
    told = DOUBTED.format(words(key)) if key else ""
    (out / "run.story").write_text(STORY.format(told=told, pin=PIN))
    subprocess.run([BIN / "life-kiosk", "--headless", "1280x720", "--lang", "en", "--data",
                    out / "data", "--out", out, "--manikin", f"replay:{record(out, reads)}",
                    "--story", out / "run.story"],
                   env=dict(os.environ, ASAN_OPTIONS="verify_asan_link_order=0"), check=True)
    return (out / "usage.csv").read_text()


print(f"# TEST_SEED={SEED}")
shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
names = ["quiet", *share([name for name in CABLES if name != "quiet"], 1)]
counts = {name: play(name, *CABLES[name]) for name in names}
for name, said in counts.items():
    print(f"{name}: {len(said.splitlines()) - 1} counts")
    if said != counts["quiet"]:
        sys.exit(f"nobody.py: {name}: a quiet manikin counts\n{counts['quiet']}and this\n{said}")
