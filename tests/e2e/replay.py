#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""replay.py BIN OUT: a test with the plug out for a while, then its recording, replayed.

Both times the whole program runs; results and recordings are the same bytes.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])

TEST = """tap #wake
until screen home 9000
tap #test
until screen practice 2000
{}until screen result 60000
wait 200
shot result
"""
PULL = "wait 12000\nunplug 1\nwait 1500\nplug 1\n"


def play(name, manikin, story):
    out = OUT / name
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / "run.story").write_text(story)
    environment = dict(os.environ, LD_PRELOAD=str(BIN.parent / "lib/libptyserial.so"),
                       ASAN_OPTIONS="verify_asan_link_order=0")
    subprocess.run([BIN / "life-kiosk", "--headless", "1280x720", "--lang", "en", "--data",
                    out / "data", "--out", out, "--manikin", manikin, "--story",
                    out / "run.story"], env=environment, check=True)
    return out


def analyse(path, *options):
    return subprocess.run([BIN / "cpr-analyze", path, *options], check=True,
                          capture_output=True).stdout


def expect_same(name, first, second):
    if first != second:
        sys.exit(f"replay.py: {name}:\n{first.decode()}\nis not\n{second.decode()}")
    print(f"{name}: {len(first)} bytes, the same")


def faults_of(path):
    counts = json.loads(analyse(path, "--faults"))
    return {name: count for name, count in counts.items() if count}


first = play("first", "sim:depth=53,rate=112,lean=4,jitter=0.1",
             TEST.format(PULL))
recording = first / "recording.csv"
result = (first / "practice.json").read_bytes()
expect_same("cpr-analyze", result, analyse(recording))
if faults_of(recording) != {"unplugged": 1, "plugged": 1}:
    sys.exit(f"replay.py: the plug was pulled once, not {faults_of(recording)}")

again = play("again", f"replay:{recording}", TEST.format(""))
expect_same("replayed result", result, (again / "practice.json").read_bytes())
expect_same("replayed recording", recording.read_bytes(),
            (again / "recording.csv").read_bytes())

# A recording with one of each fault: the kiosk's own of it holds them all.
trace = pathlib.Path("tests/traces/cable_faults.csv")
played = play("faults", f"replay:{trace}", TEST.format(""))
expect_same("result with faults", (played / "practice.json").read_bytes(),
            analyse(played / "recording.csv"))
if faults_of(played / "recording.csv") != faults_of(trace):
    sys.exit(f"replay.py: {faults_of(trace)} became {faults_of(played / 'recording.csv')}")
