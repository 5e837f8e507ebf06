#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""kill.py BIN OUT: the kiosk is killed with SIGKILL as soon as a count is seen on the disk, at a
random moment after; every count that was seen is there at the next start."""

import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
ROUNDS = 8

seed = int(os.environ.get("TEST_SEED", 1))
print(f"# TEST_SEED={seed}")
draw = random.Random(seed)
shutil.rmtree(OUT, ignore_errors=True)
(OUT / "data").mkdir(parents=True)
database = OUT / "data/counts.db"
story = OUT / "visit.story"
story.write_text("tap #wake\nuntil screen home 5000\nlesson solferino 5000\n"
                 "wait 60000\n")
environment = dict(os.environ, ASAN_OPTIONS="verify_asan_link_order=0",
                   LIFE_KIOSK_LESSONS="tests/lessons")


def total():
    """Sum of all counts on the disk; 0 while there is no table yet."""
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
            table = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            return sum(db.execute(f"SELECT coalesce(sum(n), 0) FROM {name}").fetchone()[0]
                       for (name,) in table)
    except sqlite3.OperationalError:
        return 0


seen = 0
for round_number in range(ROUNDS):
    # A device path: the kiosk's clock is the real one, as in a hall.
    kiosk = subprocess.Popen([BIN / "life-kiosk", "--headless", "640x360", "--data",
                              OUT / "data", "--manikin", "/dev/no-such-port", "--story", story],
                             env=environment)
    deadline = time.monotonic() + 20
    while total() == seen and time.monotonic() < deadline and kiosk.poll() is None:
        pass
    at_kill = total()
    for _ in range(draw.randrange(300)):  # the moment is drawn
        at_kill = total()
    kiosk.send_signal(signal.SIGKILL)
    kiosk.wait()
    after = total()
    if at_kill <= seen:
        sys.exit(f"kill.py: round {round_number}: nothing was counted within 20 s")
    if after < at_kill:
        sys.exit(f"kill.py: round {round_number}: {at_kill} were on the disk, {after} survived")
    with sqlite3.connect(database) as db:
        health = db.execute("PRAGMA integrity_check").fetchone()[0]
    if health != "ok":
        sys.exit(f"kill.py: round {round_number}: {health}")
    seen = after
print(f"killed {ROUNDS} times; all {seen} counts are there")
