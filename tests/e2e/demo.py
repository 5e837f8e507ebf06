#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""demo.py BIN OUT: the whole main job, then its figures against what the learner was asked.

Firmware in simavr -> pty -> libserialport -> kiosk -> lesson -> 30 s test -> export.
"""

import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
ROOT = pathlib.Path(__file__).resolve().parents[2]

# Design 11: through the whole firmware chain.
DEPTH_MM = 1.5
RATE_CPM = 1.0


def fail(text):
    sys.exit(f"demo.py: {text}")


def play(spec, size, out):
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    environment = dict(os.environ, LD_PRELOAD="libptyserial.so",
                       LD_LIBRARY_PATH=str(BIN.parent / "lib"),
                       ASAN_OPTIONS="verify_asan_link_order=0")
    subprocess.run(
        [BIN / "life-kiosk", "--headless", size, "--lang", "zh-CN", "--data",
         out / "data", "--out", out, "--manikin", f"sim:{spec}", "--story",
         ROOT / "tools/demo.story"], env=environment, check=True)


def check_same_as_analyze(out):
    printed = subprocess.run([BIN / "cpr-analyze", out / "recording.csv"], check=True,
                             capture_output=True).stdout
    if printed != (out / "practice.json").read_bytes():
        fail(f"{out}: practice.json is not what cpr-analyze prints for recording.csv")


def check_counts(out):
    text = (out / "usage.csv").read_bytes()
    if not text.startswith(b"\xef\xbb\xbf"):
        fail(f"{out}/usage.csv: no byte order mark: a spreadsheet would garble the Chinese")
    rows = list(csv.reader(text.decode("utf-8-sig").splitlines()))
    column = {name.split()[-1]: at for at, name in enumerate(rows[0])}
    sums = {}
    for row in rows[1:]:
        key = (row[column["metric"]], row[column["status"]], row[column["reason"]])
        sums[key] = sums.get(key, 0) + int(row[column["n"]])
    for metric in ("lesson_done", "test"):
        if sums.get((metric, "excluded", "demo")) != 1:
            fail(f"{out}/usage.csv: one excluded {metric} was expected, got {sums}")
    if any(status != "excluded" for _, status, _ in sums):
        fail(f"{out}/usage.csv: a demo counted something as real: {sums}")


def check(spec, size, depth, rate, holds):
    out = OUT / spec.replace(",", "_").replace("=", "")
    play(spec, size, out)
    result = json.loads((out / "practice.json").read_text())
    presses = result["compressions"]
    if abs(presses["mean_depth_mm"] - depth) > DEPTH_MM:
        fail(f"{spec}: depth {presses['mean_depth_mm']}, asked {depth}")
    if abs(presses["mean_rate_cpm"] - rate) > RATE_CPM:
        fail(f"{spec}: rate {presses['mean_rate_cpm']}, asked {rate}")
    if not holds(result):
        fail(f"{spec}: {result}")
    check_same_as_analyze(out)
    check_counts(out)
    pictures = sorted(p.name for p in out.glob("*.png"))
    if len(pictures) < 6:
        fail(f"{spec}: only these pictures: {pictures}")
    print(f"{spec}: depth {presses['mean_depth_mm']} rate {presses['mean_rate_cpm']} "
          f"recoil {presses['full_recoil_percent']} % score {result['score']['total']}")


check("depth=44,rate=131,lean=9,seconds=30", "1920x1080", 44, 131,
      lambda r: r["compressions"]["full_recoil_percent"] < 5)
check("depth=55,rate=110,lean=0", "960x540", 55, 110, lambda r: r["score"]["total"] >= 95)
