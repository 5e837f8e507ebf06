#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""province.py BIN TESTS OUT: three made-up kiosks, from their files to the county's figures.

bench/province.c makes them, `coverage` registers them in bulk, takes their files in twice and
backwards, in one file a year and in one a month, and one that came late: the sums are those of
the plain rows.
"""

import collections
import csv
import pathlib
import shutil
import sqlite3
import subprocess
import sys

BIN, TESTS, OUT = map(pathlib.Path, sys.argv[1:4])
OPTIONS = ["--kiosks", 3, "--days", 120, "--rows", 6000]
faults = []


def check(good, what):
    if not good:
        faults.append(what)


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    check(done.returncode == 0, f"{command}: exit {done.returncode}, {done.stderr}")
    return done.stdout


def coverage(*arguments):
    return run(BIN / "coverage", *arguments, "--lang", "en")


def sums_of(place):
    with sqlite3.connect(f"file:{place}?mode=ro", uri=True) as db:
        return {tuple(row[:2]): row[2] for row in db.execute(
            "SELECT kiosk, metric, sum(n) FROM counts GROUP BY kiosk, metric")}


def make(name, *options):
    """Its files in order, and the sums of its plain rows."""
    run(TESTS / "province", OUT / name, *OPTIONS, *options)
    sums = collections.Counter()
    with open(OUT / name / "rows.csv", newline="") as file:
        for row in csv.reader(file):
            sums[row[0], row[3]] += int(row[8])
    return sorted((OUT / name / "files").iterdir()), dict(sums)


def take(name, files, orders):
    place = OUT / f"{name}.db"
    coverage("keys", place, "load", OUT / name / "kiosks.csv")
    for order in orders:
        coverage("import", place, *order)
    return place


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
yearly, truth = make("yearly")
monthly, same = make("monthly", "--monthly")
check(truth == same and len(truth) > 30, "the same province has other rows")
check(len(yearly) == 3 and len(monthly) == 12, f"{len(yearly)} and {len(monthly)} files")
check(yearly[0].read_bytes() == make("again")[0][0].read_bytes(), "a province made again differs")
one = take("yearly", yearly, [yearly, yearly])
many = take("monthly", monthly, [monthly[::-1], monthly])
check(sums_of(one) == truth, "the sums of the yearly files are not those of the rows")
check(sums_of(many) == truth, "the sums of the monthly files are not those of the rows")
coverage("import", one, OUT / "yearly" / "late.lkx")
coverage("import", one, *yearly)
late = sums_of(one)
changed = {key: late[key] - n for key, n in truth.items() if late[key] != n}
check(list(changed.values()) == [7] and list(changed)[0][1] == "visit", f"late: {changed}")
for fault in faults:
    print(fault, file=sys.stderr)
print(f"province: {len(faults)} faults")
sys.exit(1 if faults else 0)
