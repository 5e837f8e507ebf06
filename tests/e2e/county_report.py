#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""county_report.py BIN OUT: from the kiosks of two counties to the report of both, by commands alone.

Drawn visits, answers and groups are in the kiosks' own databases; each kiosk's months are
exported, registered and taken in, in a drawn order and some twice, one file never. The report is
held against the databases of the kiosks, counted here by Python's sqlite3: completeness day by
day, all sums, people, the ratio. Its formats say the same; columns stand under each other
in both languages, no percentage stands without its base. What is wrongly asked for is told.
"""

import contextlib
import csv
import datetime
import io
import json
import math
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from xlsx import cells_of

BIN = pathlib.Path(sys.argv[1]).resolve()
OUT = pathlib.Path(sys.argv[2])
SEED = int(os.environ.get("TEST_SEED", "1"))
rng = random.Random(SEED)
print(f"TEST_SEED={SEED}")
PLACE = OUT / "county.db"
TODAY = datetime.date(2026, 4, 2)
# Hall, county, kind of site, first day, weekdays; a name that a spreadsheet would run.
KIOSKS = [("滨江馆", "嘉善县", "hall", "2026-01-01", "234567"),
          ("=实验小学", "嘉善县", "school", "2026-01-19", "12345"),
          ("西塘村", "平湖市", "village", "2025-12-15", "1234567")]
MONTHS = ["2026-01", "2026-02", "2026-03"]
NUMBERS = {"n", "total", "low", "high", "goal", "base"}
NEVER = (1, "2026-02")
OFF = (2, "2026-02-16", "2026-02-22")
faults = []


def check(good, what):
    if not good:
        faults.append(what)


def same(what, found, wanted):
    check(found == wanted, f"{what}:\n  found  {found}\n  wanted {wanted}")


def coverage(*arguments, lang="en", code=0, cwd=None):
    env = dict(os.environ, TZ="Asia/Shanghai")
    done = subprocess.run([BIN / "coverage", *map(str, arguments), "--lang", lang], env=env, cwd=cwd,
                          capture_output=True, text=True)
    check(done.returncode == code, f"{arguments}: exit {done.returncode}: {done.stderr}")
    return done


# ---- the kiosks ----------------------------------------------------------------------


def draw_visits(path):
    day = datetime.date(2026, 1, 2)
    with open(path, "w", encoding="utf-8") as out:
        while day < datetime.date(2026, 4, 1):
            for _ in range(rng.choice([0, 1, 2, 5, 9])):
                out.write(f"{day}T{rng.randint(9, 19):02} lesson={rng.choice(['aed', 'choking'])}"
                          f" score={rng.randint(0, 100)} passed={rng.randint(0, 1)}\n")
            day += datetime.timedelta(1)


def add_hall(db):
    """What `simulate` does not play: answers and groups."""
    rows = []
    for _ in range(40):
        day = 20260100 + 100 * rng.randint(0, 2) + rng.randint(1, 28)
        kind = rng.choice(["yes", "no", "group"])
        n = rng.randint(1, 60) if kind == "group" else rng.randint(1, 4)
        if kind == "group":
            rows += [(day, "group", "pupils", "", n), (day, "group_session", "pupils", "", 1),
                     (day, "group_minutes", "pupils", "", 45)]
        else:
            rows.append((day, "first_time", "", kind, n))
    kiosk = db.execute("SELECT kiosk FROM sums LIMIT 1").fetchone()[0]
    for day, metric, subject, detail, n in rows:
        db.execute("INSERT INTO sums VALUES (?, ?, 10, ?, ?, ?, 0, 1, ?, ?) ON CONFLICT DO UPDATE"
                   " SET n = n + excluded.n, revision = revision + excluded.n",
                   (kiosk, day, metric, subject, detail, n, n))


def make_kiosk(index):
    folder = OUT / f"kiosk-{index}"
    folder.mkdir()
    draw_visits(folder / "visits")
    coverage("simulate", folder / "counts.db", "--visits", folder / "visits")
    with sqlite3.connect(folder / "counts.db") as db:
        add_hall(db)
    key = folder / "kiosk.key"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
    subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-out", f"{key}.pub"], check=True)
    hall, county, site, since, days = KIOSKS[index]
    coverage("keys", PLACE, "add", f"{key}.pub", "--hall", hall, "--county", county, "--site", site,
             "--since", since, "--days", days, "--today", TODAY)
    for month in MONTHS:
        coverage("export", folder / "counts.db", "--key", key, "--month", month, "-o",
                 OUT / f"{index}-{month}.lkx", "--today", TODAY)


def id_of(index):
    manifest = (OUT / f"{index}-{MONTHS[0]}.lkx").read_text(encoding="utf-8").split("\n", 1)[0]
    return json.loads(manifest)["kiosk"]


# ---- counted again -------------------------------------------------------------------

# Column of the report -> metric and detail of a kiosk's database; None: any detail that counts.
COLUMNS = {"touch": ("touch", None), "visit": ("visit", None),
           "lesson_started": ("lesson_started", None), "lesson_done": ("lesson_done", None),
           "test": ("test", None), "test_passed": ("test_passed", None),
           "first_yes": ("first_time", "yes"), "first_no": ("first_time", "no"),
           "heads": ("group", None), "groups": ("group_session", None),
           "group_minutes": ("group_minutes", None)}


def taken(index, day):
    """Whether a file that was taken in holds the day."""
    month = f"{day:%Y-%m}"
    return month in MONTHS and (index, month) != NEVER


def count(indices, first, last):
    sums = dict.fromkeys(COLUMNS, 0)
    days = dict.fromkeys(["kiosks", "expected", "reported", "lost", "missing", "off",
                          "not_expected"], 0)
    for index in indices:
        since, weekdays = KIOSKS[index][3:]
        days["kiosks"] += 1
        with sqlite3.connect(OUT / f"kiosk-{index}/counts.db") as db:
            rows = db.execute("SELECT day, metric, detail, n FROM sums").fetchall()
        on = set()
        for number, metric, detail, n in rows:
            day = datetime.datetime.strptime(str(number), "%Y%m%d").date()
            if not first <= day <= last or not taken(index, day) or detail.startswith("excluded:"):
                continue
            on.add(day)
            for column, (wanted, of) in COLUMNS.items():
                sums[column] += n if metric == wanted and of in (None, detail) else 0
        day = first
        while day <= last:
            is_off = index == OFF[0] and OFF[1] <= str(day) <= OFF[2]
            is_open = (str(day) >= since and str(day.isoweekday()) in weekdays
                       and (day < TODAY or (day == TODAY and day in on)))
            days["off"] += is_open and is_off
            if is_open and not is_off:
                days["expected"] += 1
                days["reported" if day in on else "lost" if taken(index, day) else "missing"] += 1
            else:
                days["not_expected"] += day in on
            day += datetime.timedelta(1)
    return days, sums


def wilson(sums):
    """People among the visits, and heads."""
    answered = sums["first_yes"] + sums["first_no"]
    z, share = 1.959964, sums["first_yes"] / answered
    middle = (share + z * z / answered / 2) / (1 + z * z / answered)
    half = (z * math.sqrt(share * (1 - share) / answered + z * z / answered / (4 * answered))
            / (1 + z * z / answered))
    return (math.floor(sums["visit"] * (middle - half)) + sums["heads"],
            math.ceil(sums["visit"] * (middle + half)) + sums["heads"])


def compare(what, part, indices, first, last):
    days, sums = count(indices, first, last)
    all_time = count(indices, datetime.date(2025, 12, 1), last)[1]
    same(f"{what}: completeness", part["completeness"], days)
    same(f"{what}: sums", {key: part["counts"][key] for key in COLUMNS}, sums)
    same(f"{what}: all", {key: part["counts_all"][key] for key in COLUMNS}, all_time)
    if sums["first_yes"] + sums["first_no"]:
        same(f"{what}: people", (part["people"]["low"], part["people"]["high"]), wilson(sums))


def check_json(period, first, last):
    done = coverage("report", PLACE, "--period", period, "--format", "json", "--today", TODAY)
    report = json.loads(done.stdout)
    compare(period, report, range(3), first, last)
    for part in report["counties"]:
        compare(part["name"], part, [i for i in range(3) if KIOSKS[i][1] == part["name"]], first, last)
    for part in report["sites"]:
        compare(part["name"], part, [i for i in range(3) if KIOSKS[i][2] == part["name"]], first, last)
    for part in report["kiosks"]:
        index = [i for i in range(3) if id_of(i) == part["kiosk"]]
        compare(part["kiosk"], part, index, first, last)
        same("hall", (part["name"], part["county"]), KIOSKS[index[0]][:2])
    same("assumptions", len(report["assumptions"]), 3)
    same("parts", [len(report[it]) for it in ("counties", "sites", "kiosks")], [2, 3, 3])
    return report


# ---- formats -------------------------------------------------------------------------


def check_csv(report):
    bytes_ = coverage("report", PLACE, "--period", "2026-02", "--format", "csv", "--today",
                      TODAY).stdout.encode()
    check(bytes_.startswith(b"\xef\xbb\xbf"), "csv: no byte order mark")
    path = OUT / "report.csv"
    coverage("report", PLACE, "--period", "2026-02", "--format", "csv", "--today", TODAY, "-o", path)
    whole = path.read_bytes()
    check(whole.count(b"\r\n") == whole.count(b"\n"), "csv: lines end without CRLF")
    rows = list(csv.reader(io.StringIO(whole.decode("utf-8-sig"))))
    check(rows[0][0] == "统计期 period" and all(" " in it for it in rows[0]), f"csv: {rows[0]}")
    check(all(len(it) == len(rows[0]) for it in rows), "csv: a row is longer or shorter")
    cells = {cell for row in rows for cell in row}
    check("'=实验小学" in cells and "=实验小学" not in cells, "csv: a cell that would be run")
    found = {row[6]: int(row[7]) for row in rows[1:] if row[1] == "whole" and row[5] == "counts"}
    same("csv: sums", found, report["counts"])
    found = {row[6]: int(row[7]) for row in rows[1:] if row[1] == "whole" and row[5] == "completeness"}
    same("csv: completeness", found, report["completeness"])


def check_xlsx():
    """The CSV's cells: numbers as numbers, and texts as they are, which nothing runs."""
    book, again, table = OUT / "report.xlsx", OUT / "again.xlsx", OUT / "table.csv"
    for kind, path in (("xlsx", book), ("xlsx", again), ("csv", table)):
        coverage("report", PLACE, "--period", "2026-02", "--format", kind, "--today", TODAY,
                 "-o", path)
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    (_, cells), = cells_of(book)
    found = {name: value for name, (formula, value) in cells.items() if not formula}
    wanted = {}
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if cell:
                is_number = number > 1 and rows[0][column].split()[-1] in NUMBERS
                wanted[f"{chr(ord('A') + column)}{number}"] = (
                    float(cell) if is_number else cell.removeprefix("'"))
    check(len(cells) == len(found), "xlsx: a cell is run")
    same("xlsx: cells", found, wanted)
    check(book.read_bytes() == again.read_bytes(), "xlsx: made again it is another one")


def width(text):
    return sum(2 if unicodedata.east_asian_width(it) in "WF" else 1 for it in text)


def check_columns(text, lang):
    """In a table of numbers each one ends where its title ends."""
    tables = 0
    block = []
    for line in [*text.splitlines(), ""]:
        cells = list(re.finditer(r"\S+(?: \S+)*", line))
        if len(cells) >= 3 and not line.startswith(" "):
            block.append([width(line[:it.end()]) for it in cells[1:]])
            continue
        if len(block) > 2 and all(len(it) == len(block[0]) for it in block):
            tables += 1
            check(all(it[0] == block[0][0] for it in block), f"{lang}: columns: {block}")
        block = []
    check(tables >= 2, f"{lang}: only {tables} tables were found")


def check_text(report):
    for lang, words in (("en", ["Completeness", "Person-times", "People", "Quzhou", "Targets"]),
                        ("zh-CN", ["记录是否完整", "人次", "人数", "衢州", "目标"])):
        text = coverage("report", PLACE, "--period", "2026-02", "--today", TODAY, lang=lang).stdout
        at = [text.find(f"\n{it}") for it in words if it not in ("Quzhou", "衢州")]
        check(at == sorted(at) and at[0] > 0, f"{lang}: not in this order: {words}: {at}")
        check_columns(text, lang)
        span = coverage("report", PLACE, "--period", "2026-02..2026-03", "--today", TODAY, lang=lang).stdout
        check("2026-02" in span and ".." not in span, f"{lang}: a period as for programs")
        for n in (report["completeness"]["expected"], report["people"]["low"]):
            check(f"{n:,}" in text, f"{lang}: {n:,} is not there")
        for line in text.splitlines():
            if re.match(r" +(Source: |来源：)", line):
                continue  # the plan's own words
            percent = re.search(r"\d ?%", line)
            based = re.search(r"\(\d{4}(-\d\d-\d\d)?, |95 ?%|51\.83|≥|\d(台|%)?/", line)
            check(not percent or based, f"{lang}: a bare percentage: {line}")


def check_pdf():
    """On paper the words are those on the screen, and the figures those for programs."""
    report = json.loads(coverage("report", PLACE, "--period", "2026-02", "--today", TODAY, "--format",
                                 "json").stdout)
    figures = {*report["completeness"].values(), *(report["counts"][it] for it in COLUMNS if it not in (
        "first_yes", "first_no", "group_minutes")), report["people"]["low"], report["people"]["high"]}
    figures |= {it["completeness"]["expected"] for it in report["counties"]}
    figures |= {it["goal"] for it in report["plan"]["targets"] if it["goal"]}
    for lang in ("en", "zh-CN"):
        book, again = OUT / f"report-{lang}.pdf", OUT / f"again-{lang}.pdf"
        asked = ["report", PLACE, "--period", "2026-02", "--today", TODAY]
        for path in (book, again):
            coverage(*asked, "--format", "pdf", "-o", path, lang=lang)
        check(book.read_bytes() == again.read_bytes(), "pdf: made again it is another one")
        paper = subprocess.run(["pdftotext", "-layout", book, "-"], check=True, capture_output=True,
                               text=True).stdout
        numbers = set(re.findall(r"\d[\d,]*", paper))
        for n in figures:
            check(f"{n:,}" in numbers, f"pdf: {lang}: {n:,} is not there")
        screen = coverage(*asked, lang=lang).stdout
        heads = re.findall(r"\n\n(.*)\n---", screen)
        check(len(heads) == 7, f"pdf: {lang}: {heads}")
        bare = re.sub(r"\s", "", paper)
        at = [bare.find(re.sub(r"\s", "", it)) for it in heads]
        check(at == sorted(at) and at[0] > 0, f"pdf: {lang}: not in this order: {heads}: {at}")
        # Cells are broken where a column is narrow: what stands on paper is compared by its signs.
        for sign in set(re.sub(r"[\s-]", "", screen)):
            check(sign in bare, f"pdf: {lang}: no {sign!r}")
    named = coverage("report", os.path.relpath(PLACE, OUT), "--today", TODAY, "--format", "pdf", cwd=OUT)
    same("pdf: its name", named.stdout, f"report-{TODAY}.pdf\n")
    check((OUT / named.stdout.strip()).read_bytes().startswith(b"%PDF"), "pdf: no file of that name")


def check_ratio():
    for lang in ("en", "zh-CN"):
        text = coverage("report", PLACE, "--today", TODAY, "--county", "嘉善县", lang=lang).stdout
        check("--thing registered" in text, f"{lang}: does not say what is missing")
    coverage("enter", PLACE, "--thing", "registered", "--value", 410000, "--as-of", "2025-12-31",
             "--source", "县公安局", "--reason", "年报", "--county", "嘉善县", "--today", TODAY)
    report = json.loads(coverage("report", PLACE, "--today", TODAY, "--county", "嘉善县", "--format",
                                 "json").stdout)
    visits = count([0, 1], datetime.date(2025, 12, 1), TODAY)[1]["visit"]
    ratio = report["person_times_over_registered"]
    same("ratio", (ratio["person_times"], ratio["registered"]["value"], ratio["registered"]["as_of"]),
         (visits, 410000, "2025-12-31"))
    check(abs(ratio["percent"] - 100 * visits / 410000) <= 0.005, f"ratio: {ratio}")
    knowledge = [it for it in report["plan"]["targets"] if it["id"] == "knowledge"][0]
    same("knowledge", (knowledge["standing"], knowledge["goal"], knowledge["beside"]),
         ("measured", 164000, visits))
    same("knowledge: people", knowledge["low"], report["people_all"]["low"])
    same("earlier", report["earlier_person_times"], 65407)
    same("ledger", [it["thing"] for it in report["ledger"]], ["registered"])
    text = coverage("report", PLACE, "--today", TODAY, "--county", "嘉善县").stdout
    check(f"{visits:,} person-times" in text and "410,000 (2025-12-31, 县公安局)" in text, text)
    ledger = text[text.rindex("entered"):]
    check("registered population" in ledger.lower(), f"the ledger has no name of what is entered: {ledger}")


def check_unknown():
    """Where nobody has answered, the way out that the report tells is one that can be gone."""
    place = OUT / "unknown.db"
    shutil.copy(PLACE, place)
    with contextlib.closing(sqlite3.connect(place)) as db:
        db.execute("UPDATE kiosk_month SET first_yes = 0, first_no = 0, heads = 0, groups = 0")
        db.commit()
    things = set()
    for lang in ("en", "zh-CN"):
        text = coverage("report", place, "--today", TODAY, lang=lang).stdout
        things |= set(re.findall(r"--thing (\w+)", text))
    check({"repeat_factor", "certificates"} <= things, f"what may be entered: {things}")
    for thing in sorted(things):
        coverage("enter", place, "--thing", thing, "--value", 150, "--as-of", "2026-03-31", "--source",
                 "台账", "--reason", "季度", "--today", TODAY)
    report = json.loads(coverage("report", place, "--today", TODAY, "--format", "json").stdout)
    same("people by", report["people"]["by"], "factor")


def check_page():
    """A page is the board's, byte for byte."""
    pages = [OUT / "report.html", OUT / "board.html"]
    coverage("report", PLACE, "--month", "2026-02", "--format", "html", "--today", TODAY, "-o", pages[0])
    coverage("board", PLACE, "--period", "2026-02", "--today", TODAY, "-o", pages[1])
    check(pages[0].read_bytes() == pages[1].read_bytes(), "html is not the board")


# ---- wrongly asked for ---------------------------------------------------------------


def check_wrong():
    plan = OUT / "plan.lua"
    source = pathlib.Path("scripts/targets/county-plan.lua").read_text(encoding="utf-8")
    plan.write_text(source.replace('of = "pupils"', 'of = "cows"'), encoding="utf-8")
    before = PLACE.read_bytes()
    kiosk = OUT / "kiosk-0/counts.db"
    late = [PLACE, "--today", TODAY, "--period"]
    rows = [(1, "2026-04-02", [*late, "2026-05"]), (1, "2026-04-02", [*late, "2027..2028"]),
            (1, "2026-04..2026-03", [*late, "2026-04..2026-03"]),
            (1, "2026-13", [PLACE, "--period", "2026-13"]), (1, "海宁市", [PLACE, "--county", "海宁市"]),
            (1, "hall", [PLACE, "--by", "hall"]), (1, "docx", [PLACE, "--format", "docx"]),
            (1, "cows", [PLACE, "--targets", plan]), (1, "nowhere", [OUT / "nowhere.db"]),
            (1, "plan.lua", [plan]), (1, ".lkx", [OUT / f"0-{MONTHS[0]}.lkx", "--period", "2026"]),
            (1, "county.db", [PLACE, "-o", PLACE]), (1, "2026-02-30", [PLACE, "--today", "2026-02-30"]),
            (2, "--config", [PLACE, "--config", "kiosk.lua"]), (2, "--by", [kiosk, "--by", "site"]),
            (2, "--month", [PLACE, "--month", "2026-02", "--period", "2026"]),
            (2, "coverage board PLACE", [PLACE, "--format", "html", "--by", "site"])]
    for code, word, arguments in rows:
        for lang in ("en", "zh-CN"):
            done = coverage("report", *arguments, lang=lang, code=code)
            check(word in done.stderr, f"{arguments}: {done.stderr}")
            check(done.stdout == "", f"{arguments}: {done.stdout[:60]}")
            chinese = bool(re.search("[\u4e00-\u9fff]{2}", done.stderr))
            check(chinese or lang == "en", f"{arguments}: no Chinese: {done.stderr}")
    check(f"{plan}:" in coverage("report", PLACE, "--targets", plan, code=1).stderr, "no line")
    same("the place", PLACE.read_bytes() == before, True)


def main():
    subprocess.run(["rm", "-rf", OUT], check=True)
    OUT.mkdir(parents=True)
    for index in range(len(KIOSKS)):
        make_kiosk(index)
    coverage("keys", PLACE, "off", id_of(OFF[0]), "--from", OFF[1], "--to", OFF[2], "--reason", "春节",
             "--today", TODAY)
    files = [OUT / f"{i}-{month}.lkx" for i in range(3) for month in MONTHS if (i, month) != NEVER]
    rng.shuffle(files)
    coverage("import", PLACE, *files, "--today", TODAY)
    coverage("import", PLACE, *rng.sample(files, 3), "--today", TODAY)
    report = check_json("2026-02", datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    check_json("2026-01..2026-03", datetime.date(2026, 1, 1), datetime.date(2026, 3, 31))
    check_json("all", datetime.date(2025, 12, 1), datetime.date(2026, 4, 30))
    check_json("2026", datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    check_csv(report)
    check_xlsx()
    check_text(report)
    check_page()
    check_pdf()
    check_ratio()
    check_pdf()
    check_unknown()
    check_wrong()
    for fault in faults:
        print(fault)
    print(f"county_report: {len(faults)} faults")
    sys.exit(bool(faults))


main()
