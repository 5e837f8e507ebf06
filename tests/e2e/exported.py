#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""exported.py BIN OUT: a kiosk's counts as a signed file, by `coverage export`.

Drawn visits are played into a database. The file is read by what knows nothing of its writer:
its signature holds (libsodium), its hash and its chain follow from its rows, and these are
the sums that the database and the report of the same month have. Parts of a month are links of
one chain. What is wrongly asked for is told in both languages, and writes nothing.
"""

import base64
import csv
import ctypes
import datetime
import hashlib
import io
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
SEED = int(os.environ.get("TEST_SEED", "1"))
PART = "CASE WHEN hour < 12 THEN 'morning' WHEN hour < 18 THEN 'afternoon' ELSE 'evening' END"
COLUMNS = "day,part,metric,subject,detail,content,definition,n,revision"
DATABASE, KEY, SETTINGS = OUT / "counts.db", OUT / "kiosk.key", OUT / "kiosk.lua"

faults = []


def check(good, what):
    if not good:
        faults.append(what)


def coverage(*arguments, lang="en", folder=None):
    """The caches of Pango's fonts are never freed."""
    env = dict(os.environ, LSAN_OPTIONS=f"suppressions={pathlib.Path.cwd()}/tests/support/paper.supp")
    return subprocess.run([BIN.resolve() / "coverage", *map(str, arguments), "--lang", lang],
                          env=env, capture_output=True, text=True, cwd=folder)


def draw_visits(path):
    rng = random.Random(SEED)
    print(f"TEST_SEED={SEED}")
    day = datetime.date(2026, 2, 20)
    with open(path, "w", encoding="utf-8") as out:
        while day < datetime.date(2026, 4, 10):
            for _ in range(rng.randint(0, 20)):
                lesson = rng.choice(["adult-cpr", "aed"])
                out.write(f"{day}T{rng.randint(9, 19):02} lesson={lesson}")
                if rng.random() < 0.5:
                    out.write(f" score={rng.randint(0, 100)} depth={rng.randint(30, 65)}"
                              f" rate={rng.randint(80, 140)} passed={rng.randint(0, 1)}")
                out.write("\n")
            day += datetime.timedelta(1)


def of_database(first, last):
    with sqlite3.connect(f"file:{DATABASE}?mode=ro", uri=True) as db:
        return db.execute(f"""
            SELECT day, {PART} AS part, metric, subject, detail, content, definition, sum(n),
                   sum(revision) FROM sums WHERE day BETWEEN ? AND ?
            GROUP BY day, part, metric, subject, detail, content, definition""",
                          (first, last)).fetchall()


def as_rows(body):
    lines = list(csv.reader(io.StringIO(body)))
    return sorted((int(day.replace("-", "")), *texts, *map(int, numbers))
                  for day, *texts, c, d, n, r in lines[1:] for numbers in [(c, d, n, r)])


def chain(head, body):
    """The head after each day's rows, as they stand."""
    days = {}
    for line in body.splitlines(keepends=True)[1:]:
        days[line[:10]] = days.get(line[:10], "") + line
    for rows in days.values():
        head = hashlib.sha256(f"{head}\n{rows}".encode()).hexdigest()
    return head


def read(path):
    """Manifest and rows of a file of which everything holds."""
    whole = path.read_bytes()
    at = whole.rindex(b"\n", 0, -1) + 1
    line, body = whole[:at].decode().split("\n", 1)
    manifest = json.loads(line)
    word, signature = whole[at:].split()
    public = base64.b64decode(manifest["key"])[-32:]
    held = ctypes.CDLL("libsodium.so.23").crypto_sign_verify_detached(
        base64.b64decode(signature), whole[:at], ctypes.c_ulonglong(at), public)
    check(word == b"signature" and held == 0, f"{path}: the signature does not hold")
    check(KEY.with_name("kiosk.key.pub").read_text().split("\n")[1] == manifest["key"],
          f"{path}: another key")
    check(manifest["sha256"] == hashlib.sha256(body.encode()).hexdigest(), f"{path}: sha256")
    check(manifest["head"] == chain(manifest["head_before"], body), f"{path}: its chain")
    check(body.split("\n", 1)[0] == COLUMNS, f"{path}: columns")
    check(manifest["rows"] == len(as_rows(body)), f"{path}: rows")
    return manifest, as_rows(body)


def export(name, *arguments):
    done = coverage("export", DATABASE, "--key", KEY, "--config", SETTINGS, *arguments,
                    "-o", OUT / name)
    check(done.returncode == 0 and not done.stderr, f"{name}: {done.stderr}")
    return read(OUT / name)


def check_month():
    manifest, rows = export("month.lkx", "--month", "2026-03", "--today", "2026-04-02")
    check(manifest["hall"] == "滨江 \"一号\" 馆" and manifest["county"] == "嘉善", "the names")
    check((manifest["from"], manifest["to"], manifest["made"]) ==
          ("2026-03-01", "2026-03-31", "2026-04-02"), f"the days: {manifest}")
    check(rows == sorted(of_database(20260301, 20260331)) and len(rows) > 200,
          "the rows are not those of the database")
    done = coverage("report", DATABASE, "--month", "2026-03", "--format", "csv", "-o",
                    OUT / "month.csv")
    with open(OUT / "month.csv", encoding="utf-8-sig", newline="") as file:
        told = [list(row.values()) for row in csv.DictReader(file)]
    check(done.returncode == 0 and
          sorted((int(r[0].replace("-", "")), *r[1:5], *map(int, r[7:11])) for r in told) == rows,
          "the rows are not those of the report")
    return rows


def check_links(month):
    """A month in two files, the second cut off by the day on which it was made."""
    first, begin = export("first.lkx", "--from", "2026-03-01", "--to", "2026-03-12")
    second, end = export("second.lkx", "--from", "2026-03-13", "--to", "2026-12-31",
                         "--today", "2026-03-31")
    check(second["to"] == second["made"] == "2026-03-31", f"days to come are told: {second}")
    check(first["head"] == second["head_before"] != "0" * 64, "the links do not join")
    check(begin + end == month, "two halves are not the month")


def check_names():
    """Without -o the file is named, and named again only where it differs."""
    names = [coverage("export", DATABASE.resolve(), "--key", KEY.resolve(), "--month", "2026-03",
                      "--today", day, folder=OUT).stdout
             for day in ("2026-04-02", "2026-04-02", "2026-04-03")]
    check(names == ["life-kiosk-2026-03.lkx\n"] * 2 + ["life-kiosk-2026-03-2.lkx\n"], f"{names}")


def check_faults():
    other = OUT / "other.db"
    other.write_bytes(DATABASE.read_bytes())
    with sqlite3.connect(other) as db:
        db.execute("UPDATE sums SET kiosk = 'kaaaaaaaaaa'")
    empty, place = OUT / "empty.db", OUT / "place.db"
    empty.touch()
    open_end = OUT / "open_end.lua"
    open_end.write_text('return { place = "滨江\n', encoding="utf-8")
    coverage("keys", place, "add", f"{KEY}.pub", "--hall", "馆", "--county", "县", "--site", "hall",
             "--since", "2026-03-01")
    to = ["-o", OUT / "never.lkx"]
    month = ["--month", "2026-03", *to]
    public = KEY.with_name("kiosk.key.pub")
    for status, english, chinese, arguments in (
            (2, "name the database", "请写明数据库", ["--key", KEY, *month]),
            (2, "the kiosk's key", "密钥", [DATABASE, *month]),
            (2, "by --from and --to", "--from 和 --to", [DATABASE, "--key", KEY, *to]),
            (2, "by --from and --to", "--from 和 --to",
             [DATABASE, "--key", KEY, "--from", "2026-03-01", *to]),
            (2, "by --from and --to", "--from 和 --to",
             [DATABASE, "--key", KEY, "--to", "2026-03-01", *month]),
            (1, "2026-3: is no month", "2026-3：不是月份",
             [DATABASE, "--key", KEY, "--month", "2026-3", *to]),
            (1, "--from 2026-02-30: is no day", "--from 2026-02-30：不是日期",
             [DATABASE, "--key", KEY, "--from", "2026-02-30", "--to", "2026-03-01", *to]),
            (1, "comes after --to", "在 --to 2026-03-01 之后",
             [DATABASE, "--key", KEY, "--from", "2026-03-02", "--to", "2026-03-01", *to]),
            (1, "no day of it has come", "一天都还没有到",
             [DATABASE, "--key", KEY, *month, "--today", "2026-02-28"]),
            (1, "nowhere.db: there is no", "nowhere.db", [OUT / "nowhere.db", "--key", KEY, *month]),
            (1, "is no database of counts", "不是统计文件", [empty, "--key", KEY, *month]),
            (1, "is no database of counts", "不是统计文件", [SETTINGS, "--key", KEY, *month]),
            (1, "the counts of many kiosks", "许多机器的统计", [place, "--key", KEY, *month]),
            (1, "postgresql://: has", "postgresql://：", ["postgresql://u:s3cret@h/x", "--key", KEY, *month]),
            (1, "cannot be read: there is no", "密钥读不了：没有这个文件", [DATABASE, "--key", OUT / "none", *month]),
            (1, "a text has no quotation mark", "有一段文字结尾缺少引号",
             [DATABASE, "--key", KEY, *month, "--config", open_end]),
            (1, "is the public key", "这是公钥", [DATABASE, "--key", public, *month]),
            (1, "is not a key", "不是签名用的密钥", [DATABASE, "--key", SETTINGS, *month]),
            (1, "the counts of kiosk kaaaaaaaaaa", "机器 kaaaaaaaaaa 的统计数据",
             [other, "--key", KEY, *month]),
            (1, "written over", "会覆盖",
             [DATABASE, "--key", KEY, "--month", "2026-03", "-o", DATABASE]),
            (1, "written over", "会覆盖", [DATABASE, "--key", KEY, "--month", "2026-03", "-o", KEY])):
        for lang, says in (("en", english), ("zh-CN", chinese)):
            done = coverage("export", *arguments, lang=lang)
            check(done.returncode == status and says in done.stderr,
                  f"{arguments}: exit {done.returncode}, {done.stderr}")
    check(not (OUT / "never.lkx").exists(), "a file was written all the same")


OUT.mkdir(parents=True, exist_ok=True)
for old in OUT.iterdir():
    old.unlink()
SETTINGS.write_text('return { place = "滨江 \\"一号\\" 馆", county = "嘉善" }\n', encoding="utf-8")
draw_visits(OUT / "visits.txt")
played = coverage("simulate", DATABASE, "--visits", OUT / "visits.txt")
made = subprocess.run([BIN / "lesson-check", "--new-key", KEY], capture_output=True, text=True)
check(played.returncode == 0 and made.returncode == 0, f"{played.stderr}{made.stderr}")
check_links(check_month())
check_names()
check_faults()
for fault in faults:
    print(fault, file=sys.stderr)
print(f"exported: {len(faults)} faults")
sys.exit(1 if faults else 0)
