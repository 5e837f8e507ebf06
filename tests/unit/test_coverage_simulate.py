#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_coverage_simulate.py COVERAGE: visits of a file are counted as those of people.

A small file is held against sums that were counted by hand; drawn files give the same bytes in
whatever order their lines stand; each kind of wrong line is told at its place, in the reader's
language, and counts nothing.
"""

import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

COVERAGE = sys.argv[1]
SEED = int(os.environ.get("TEST_SEED", "1"))


def run(*arguments, lang="en"):
    return subprocess.run([COVERAGE, *map(str, arguments), "--lang", lang],
                          capture_output=True, text=True, check=False)


def simulate(database, visits, lines, lang="en"):
    visits.write_bytes(lines if isinstance(lines, bytes) else "\n".join(lines).encode())
    return run("simulate", database, "--visits", visits, lang=lang)


def sums(database):
    with sqlite3.connect(database) as db:
        rows = db.execute("SELECT day, hour, metric, subject, detail, n FROM sums"
                          " ORDER BY day, hour, metric, subject, detail").fetchall()
    return [" ".join(str(it) for it in row if it != "") for row in rows]


def same(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}:\nfound  {found}\nwanted {wanted}")


def check_known(folder):
    lines = ["# two days", "2026-03-01T09 lesson=adult-cpr score=83 depth=52 rate=112 passed=1",
             "2026-03-01T09", "", "2026-03-02T14 passed=0 score=99.5\r",
             "2026-03-01T09 lesson=adult-cpr"]
    done = simulate(folder / "known.db", folder / "v", lines)
    same("known: exit and words", (done.returncode, done.stdout, done.stderr), (0, "", ""))
    wanted = ["20260301 9 lesson_done adult-cpr 2", "20260301 9 lesson_started adult-cpr 2",
              "20260301 9 test aha-2025/adult 1", "20260301 9 test_depth aha-2025/adult 50~54 1",
              "20260301 9 test_passed aha-2025/adult 1",
              "20260301 9 test_rate aha-2025/adult 110~119 1",
              "20260301 9 test_score aha-2025/adult 80~89 1",
              "20260301 9 touch 3", "20260301 9 visit 3", "20260302 14 test aha-2025/adult 1",
              "20260302 14 test_score aha-2025/adult 90~100 1", "20260302 14 touch 1",
              "20260302 14 visit 1"]
    same("known", sums(folder / "known.db"), wanted)
    simulate(folder / "known.db", folder / "v", ["2026-03-01T09"] * 5)
    wanted[7:9] = ["20260301 9 touch 8", "20260301 9 visit 8"]
    same("played into the same database", sums(folder / "known.db"), wanted)


def draw_line(rng):
    day = f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    parts = [f"{day}T{rng.randint(8, 20):02}"]
    if rng.random() < 0.7:
        parts.append("lesson=" + rng.choice(["adult-cpr", "choking", "bleeding", "aed"]))
    for name, low, high in (("score", 0, 100), ("depth", 20, 80), ("rate", 60, 160)):
        if rng.random() < 0.5:
            parts.append(f"{name}={rng.uniform(low, high):.1f}")
    if rng.random() < 0.5:
        parts.append(f"passed={rng.randint(0, 1)}")
    return " ".join(parts)


def check_order(folder):
    for seed, (hours, visits) in enumerate([(1, 4), (1, 60), (4000, 400)], SEED):
        rng = random.Random(seed)
        lines = [draw_line(rng) for _ in range(visits)]
        if hours == 1:
            lines = ["2026-03-01T09" + line[13:] for line in lines]
        found = []
        for turn in range(2):
            database = folder / f"order-{seed}-{turn}.db"
            rng.shuffle(lines)
            done = simulate(database, folder / "v", lines)
            same(f"seed {seed}", done.returncode, 0)
            found.append(database.read_bytes())
            left = sorted(it.name for it in folder.glob(f"{database.name}*"))
            same(f"seed {seed}: files", left, [database.name])
        differ = sum(a != b for a, b in zip(*found))
        same(f"seed {seed}: {len(lines)} visits: bytes that tell the order, sizes",
             (differ, len(found[0])), (0, len(found[1])))
        print(f"# seed {seed}: {len(lines)} visits in two orders, {len(found[0])} equal bytes")


WRONG = [
    ("2026-02-29T09", "2026-02-29T09"), ("2026-13-01T09", "2026-13-01T09"),
    ("2026-03-01T24", "2026-03-01T24"), ("2026-03-01 09", "2026-03-01"),
    ("2026-03-01T9", "2026-03-01T9"), ("lesson=adult-cpr", "lesson=adult-cpr"),
    ("2026-03-01T09 lesson=", "lesson="), ("2026-03-01T09 lesson=Adult_CPR", "Adult_CPR"),
    ("2026-03-01T09 lesson=" + "a" * 48, "lesson=aaaa"), ("2026-03-01T09 score=101", "score=101"),
    ("2026-03-01T09 score=-1", "score=-1"), ("2026-03-01T09 depth=nan", "depth=nan"),
    ("2026-03-01T09 rate=9x", "rate=9x"), ("2026-03-01T09 rate=", "rate="),
    ("2026-03-01T09 passed=yes", "passed=yes"), ("2026-03-01T09 colour=red", "colour"),
    ("2026-03-01T09 score", "score"), ("2026-03-01T09 score=1 score=2", "score="),
]


def check_wrong(folder):
    good = ["2026-03-01T09 lesson=adult-cpr"] * 3
    simulate(folder / "kept.db", folder / "v", good)
    before = (folder / "kept.db").read_bytes()
    for line, named in WRONG + [(b"2026-03-01T09 lesson=\xff", "UTF-8")]:
        raw = line if isinstance(line, bytes) else line.encode()
        for lang, database in (("en", "none.db"), ("zh-CN", "kept.db")):
            place = f"{folder / 'v'}:4{':' if lang == 'en' else '：'}"
            done = simulate(folder / database, folder / "v",
                            b"\n".join([good[0].encode()] * 3 + [raw, good[0].encode()]), lang)
            if done.returncode != 1 or place not in done.stderr or named not in done.stderr:
                sys.exit(f"{line!r}: exit {done.returncode}, {done.stderr}")
        same(f"{line!r}: a database was made", (folder / "none.db").exists(), False)
        same(f"{line!r}: the one there is has changed", (folder / "kept.db").read_bytes(), before)
    done = run("simulate", folder / "none.db", "--visits", folder / "nothing", lang="zh-CN")
    same("a file that is not there", (done.returncode, "没有这个文件" in done.stderr), (1, True))
    print(f"# {len(WRONG) + 1} kinds of wrong lines")


def check_unknown(folder):
    done = simulate(folder / "unknown.db", folder / "v", ["2026-03-01T09 lesson=our-own"] * 2)
    same("an unknown lesson", (done.returncode, done.stderr.count('"our-own"')), (0, 1))
    same("is counted", "20260301 9 lesson_done our-own 2" in sums(folder / "unknown.db"), True)


with tempfile.TemporaryDirectory() as place:
    print(f"# TEST_SEED={SEED}")
    for check in (check_known, check_order, check_wrong, check_unknown):
        check(pathlib.Path(place))
