#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""two_manikins.py BIN OUT: the order in which manikins are named is not the visitor's.

Two recordings are replayed as two manikins, once named one way round and once the other.
Whichever is pushed begins practice, with that push: the result is the same bytes. A run has one
of the three cases, the next run another; TEST_ALL=1 has all.
"""

import os
import pathlib
import shutil
import subprocess
import sys

from share import share

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])

STORY = """until screen practice 15000
until screen result 80000
wait 200
shot result
"""


def recording(name, waits_s, depth_mm, rate_cpm):
    """Pushes from `waits_s` on, to the end; none at 0 mm."""
    path = OUT / f"{name}.csv"
    rows = ["t_ms,depth_mm"]
    for t_ms in range(0, 80000, 10):
        turns = max(0, t_ms / 1000 - waits_s) * rate_cpm / 60
        depth = depth_mm * 4 * min(turns % 1, 1 - turns % 1) ** 2
        rows.append(f"{t_ms},{depth:.1f}")
    path.write_text("\n".join(rows) + "\n")
    return path


def play(name, *manikins):
    out = OUT / name
    out.mkdir()
    (out / "run.story").write_text(STORY)
    plugged = [word for path in manikins for word in ("--manikin", f"replay:{path}")]
    environment = dict(os.environ, LD_PRELOAD=str(BIN.parent / "lib/libptyserial.so"),
                       ASAN_OPTIONS="verify_asan_link_order=0")
    subprocess.run([BIN / "life-kiosk", "--headless", "1280x720", "--lang", "en", "--data",
                    out / "data", "--out", out, "--story", out / "run.story", *plugged],
                   env=environment, check=True)
    return (out / "practice.json").read_bytes(), (out / "recording.csv").read_bytes()


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
well = recording("well", 2, 55, 110)
later = recording("later", 3.5, 38, 95)
rest = recording("rest", 2, 0, 110)

faults = []
alone = play("alone", well)
CASES = (("one is pushed", rest), ("one is pushed first", later),
         ("both are pushed at once", well))
for name, other in share(CASES, 1):
    folder = name.replace(" ", "-")
    first = play(f"{folder}-1", well, other)
    second = play(f"{folder}-2", other, well)
    if not first == second == alone:
        faults.append(name)
    print(f"{name}: {'the same' if first == second == alone else 'NOT the same'} "
          "named first, second and alone")
if faults:
    sys.exit("two_manikins.py: the order of the manikins changes the result where "
             + " and where ".join(faults))
