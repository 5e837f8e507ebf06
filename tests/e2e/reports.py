#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""reports.py BIN OUT: a month as XLSX, CSV, JSON, HTML and PDF, by `coverage report`.

Drawn visits are played into a database; each file is read back by what knows nothing of
its writer, in both languages: the sums are those of the database, each formula's value is
what the formula says, HTML needs no other file, the words of the PDF are found, and files
that are made again in another time zone are the same. What is wrongly asked for is told.
"""

import csv
import datetime
import html.parser
import json
import math
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from xlsx import MAIN, cells_of

BIN = pathlib.Path(sys.argv[1]).resolve()
OUT = pathlib.Path(sys.argv[2])
SEED = int(os.environ.get("TEST_SEED", "1"))
HALL = "滨江馆"
SETTINGS = f'return {{ place = "{HALL}", county = "嘉善县红十字会", open = {{ "2-7 9:00-17:00" }} }}\n'
TITLES = {"zh-CN": f"{HALL}参与情况：2026 年 3 月", "en": f"{HALL}: who took part, March 2026"}
WORDS = {"zh-CN": ["记录是否完整", "参与人次", "名词解释", "填表人"],
         "en": ["Completeness of the records", "Visits", "Meaning", "Made by"]}

faults = []


def check(good, what):
    if not good:
        faults.append(what)


def coverage(*arguments, zone="Asia/Shanghai", lang="en", cwd=None):
    """The caches of Pango's fonts are never freed."""
    supp = pathlib.Path("tests/support/paper.supp").resolve()
    env = dict(os.environ, TZ=zone, LSAN_OPTIONS=f"suppressions={supp}",
               ASAN_OPTIONS="verify_asan_link_order=0")
    return subprocess.run([BIN / "coverage", *map(str, arguments), "--lang", lang], env=env,
                          capture_output=True, text=True, cwd=cwd)


def draw_visits(path):
    rng = random.Random(SEED)
    print(f"TEST_SEED={SEED}")
    lessons = ["adult-cpr", "aed", "choking", "burns", "a-lesson-of-another-kiosk"]
    day = datetime.date(2026, 2, 1)
    with open(path, "w", encoding="utf-8") as out:
        while day < datetime.date(2026, 4, 1):
            for _ in range(rng.randint(0, 30)):
                out.write(f"{day}T{rng.randint(9, 19):02} lesson={rng.choice(lessons)}")
                if rng.random() < 0.5:
                    out.write(f" score={rng.randint(0, 100)} depth={rng.randint(30, 65)}"
                              f" rate={rng.randint(80, 140)} passed={rng.randint(0, 1)}")
                out.write("\n")
            day += datetime.timedelta(1)


def of_database(database, sql):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


# ---- XLSX ----------------------------------------------------------------------------------

def value_of(formula, cells):
    """What the formula makes of the values there."""
    found = re.fullmatch(r"SUM\(([A-Z]+)(\d+):\1(\d+)\)", formula)
    if found:
        numbers = (cells.get(f"{found[1]}{row}", (None, None))[1]
                   for row in range(int(found[2]), int(found[3]) + 1))
        return sum(n for n in numbers if isinstance(n, float))
    named = re.sub(r"[A-Z]+\d+", lambda m: repr(cells[m[0]][1]), formula)
    check(re.fullmatch(r"[0-9.+/e-]+", named), f"{formula}: is of no known kind")
    return eval(named, {"__builtins__": {}})  # numbers and + - / alone


def check_xlsx(path, lang, visits):
    sheets = list(cells_of(path))
    check(len(sheets) == 8, f"{path}: {len(sheets)} sheets")
    formulas = 0
    for number, (root, cells) in enumerate(sheets, 1):
        for name, (formula, value) in cells.items():
            if formula:
                formulas += 1
                check(abs(value_of(formula, cells) - value) < 1e-9,
                      f"{path}: sheet {number} {name} ={formula} stores {value}")
        setup = root.find(MAIN + "pageSetup")
        check(setup is not None and setup.get("paperSize") == "9", f"{path}: {number}: not A4")
        if number not in (1, 5):
            check(root.find(f".//{MAIN}pane") is not None, f"{path}: {number}: nothing frozen")
    check(formulas > 40, f"{path}: only {formulas} formulas")
    check(sheets[0][1]["A1"][1] == TITLES[lang], f"{path}: title {sheets[0][1]['A1'][1]}")
    day_cells = sheets[1][1].values()
    check(("SUM(E4:E34)", float(visits)) in day_cells, f"{path}: days do not add up to {visits}")
    with zipfile.ZipFile(path) as file:
        check("xl/charts/chart1.xml" in file.namelist(), f"{path}: no chart")
        check(b"Print_Titles" in file.read("xl/workbook.xml"), f"{path}: no title rows")
        check(b"2026-03-31T12:00:00Z" in file.read("docProps/core.xml"), f"{path}: made when?")


# ---- HTML, CSV, PDF ------------------------------------------------------------------------

class Page(html.parser.HTMLParser):
    """What a reader and a screen reader need."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def check_html(path, lang):
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    count = {tag: sum(1 for t, _ in page.tags if t == tag) for tag in ("table", "caption", "svg")}
    check(dict(page.tags[0][1]).get("lang") == lang, f"{path}: language")
    check(count["table"] == count["caption"] >= 8, f"{path}: captions")
    check(count["svg"] >= 1, f"{path}: no chart")
    check(all(a.get("scope") in ("row", "col") for t, a in page.tags if t == "th"),
          f"{path}: a th without scope")
    outside = [a for _, a in page.tags if {"src", "href"} & a.keys()]
    check(not outside, f"{path}: needs {outside}")
    text = "".join(page.text)
    for word in [TITLES[lang], *WORDS[lang]]:
        check(word in text, f"{path}: has no {word}")


def check_pdf(path, lang):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True,
                          text=True).stdout
    for word in [TITLES[lang], *WORDS[lang]]:
        check(word in text, f"{path}: pdftotext finds no {word}")
    signed = [len(page.split()) for page in text.split("\f") if WORDS[lang][3] in page]
    check(len(signed) == 1 and signed[0] > 20, f"{path}: signed beside {signed} words")
    facts = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    check("A4" in facts, f"{path}: not A4")


def check_csv(path, database):
    """Every sum of the month, by part of day."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    check({r["场馆 hall"] for r in rows} == {HALL}, f"{path}: halls")
    check({r["时段 part"] for r in rows} <= {"morning", "afternoon", "evening"}, f"{path}: parts")
    check(all("小时" not in key for key in rows[0]), f"{path}: hours")
    there = {(r["指标 metric"], r["项目 subject"], r["时段 part"]): 0 for r in rows}
    for r in rows:
        if r["状态 status"] == "counted":
            there[r["指标 metric"], r["项目 subject"], r["时段 part"]] += int(r["次数 n"])
    part = "CASE WHEN hour < 12 THEN 'morning' WHEN hour < 18 THEN 'afternoon' ELSE 'evening' END"
    for metric, subject, name, n in of_database(database, f"""
            SELECT metric, subject, {part} AS p, sum(n) FROM sums
            WHERE day BETWEEN 20260301 AND 20260331 AND detail NOT LIKE 'excluded:%'
            GROUP BY metric, subject, p"""):
        check(there.get((metric, subject, name)) == n, f"{path}: {metric} {subject} {name}")


# ---- JSON ----------------------------------------------------------------------------------

KEYS = ["format", "kiosk", "hall", "county", "from", "to", "exact", "completeness",
        "definition_from", "definition_to", "counts", "people", "days", "before"]
COLUMNS = ["visit", "lesson_started", "lesson_done", "practice", "test", "test_passed", "pushes",
           "group"]
LOST = 20260312  # a Thursday on which the kiosk is off
STATES = ["complete", "partly", "unsure", "lost", "closed"]


def sums_of(database, first, last):
    """Of each thing, as sqlite3 adds it up."""
    return {row[:3]: row[3] for row in of_database(database, f"""
        SELECT metric, subject, detail, sum(n) FROM sums WHERE day BETWEEN {first:%Y%m%d}
        AND {last:%Y%m%d} GROUP BY metric, subject, detail""")}


def check_days(path, report, database, first, last):
    of_day = {row[:2]: row[2] for row in of_database(database, """SELECT day, metric, sum(n)
        FROM sums WHERE detail NOT LIKE 'excluded:%' GROUP BY day, metric""")}
    began = of_database(database, """SELECT min(day) FROM sums
        WHERE detail <> 'excluded:clock'""")[0][0] or 99991231
    days = [first + datetime.timedelta(n) for n in range((last - first).days + 1)]
    check([d["day"] for d in report["days"]] == [str(d) for d in days], f"{path}: its days")
    for row, day in zip(report["days"], days):
        number = int(f"{day:%Y%m%d}")
        there = [of_day.get((number, column), 0) for column in COLUMNS]
        unknown = row["state"] in ("lost", "outside")
        check((row["state"] == "outside") == (number < began), f"{path}: {row}")
        check([row[c] for c in COLUMNS] == [n if n or not unknown else None for n in there],
              f"{path}: {row} where sqlite3 has {there}")
        minutes = of_day.get((number, "running"), 0)
        known = minutes or (row["state"] != "outside" and sum(there) == 0)
        check(row["running_min"] == (minutes if known else None), f"{path}: {row}")
        check((row["state"] in ("unsure", "closed")) >= (sum(there) > 0 and minutes == 0) and
              (row["state"] == "lost") >= (number == LOST), f"{path}: {row}")
        check((row["missing_min"] is None) == (row["state"] in ("unsure", "outside") or
              row["open_min"] is None), f"{path}: {row}")
    whole = report["completeness"]
    told = [sum(d["state"] == state for d in report["days"]) for state in STATES]
    check([whole[state] for state in STATES] == told, f"{path}: {whole}")
    check(whole["expected"] == sum(told[:4]), f"{path}: {whole}")
    minutes = [d["missing_min"] for d in report["days"] if d["state"] != "outside"]
    check(whole["missing_min"] == (None if None in minutes else sum(minutes)), f"{path}: {whole}")


def check_people(path, people, sums):
    """The interval of Wilson, reckoned here."""
    counted = {key: n for key, n in sums.items() if not key[2].startswith("excluded:")}
    total = {metric: sum(n for key, n in counted.items() if key[0] == metric)
             for metric in ("visit", "group", "group_session")}
    yes, no = (sum(n for key, n in counted.items() if key[0] == "first_time" and key[2] == word)
               for word in ("yes", "no"))
    said = [people[key] for key in ("groups", "heads", "answered", "first")]
    check(said == [total["group_session"], total["group"], yes + no, yes], f"{path}: {people}")
    if yes + no == 0:
        check(people["low"] is None and people["high"] is None, f"{path}: {people}")
        return
    z, n, share = 1.959964, yes + no, yes / (yes + no)
    middle = (share + z * z / 2 / n) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / 4 / n / n)
    for key, expected in (("low", middle - reach), ("high", middle + reach)):
        check(abs(people[key] - total["visit"] * expected) <= 1, f"{path}: {key} of {people}")


def check_json(path, database, hall, first, last, before_first):
    report = json.loads(path.read_text(encoding="utf-8"))
    now = sums_of(database, first, last)
    before = sums_of(database, before_first, first - datetime.timedelta(1))
    check(list(report) == KEYS, f"{path}: keys {list(report)}")
    check([report[key] for key in ("format", "hall", "from", "to", "exact")] ==
          ["kiosk report 1", hall, str(first), str(last), True], f"{path}: of what")
    check(report["kiosk"] == of_database(database, "SELECT max(kiosk) FROM sums")[0][0],
          f"{path}: kiosk {report['kiosk']}")
    definition = 1 if now else None
    check(report["definition_from"] == report["definition_to"] == definition, f"{path}: rules")
    there = {(c["metric"], c["subject"], c["detail"]): (c["n"], c["before"])
             for c in report["counts"]}
    nothing = 0 if before else None
    expected = {key: (now.get(key, 0), before.get(key, nothing)) for key in {**now, **before}}
    check(there == expected and len(there) == len(report["counts"]),
          f"{path}: differs in {set(there.items()) ^ set(expected.items())}")
    check([report["before"][key] for key in ("from", "to")] ==
          [str(before_first), str(first - datetime.timedelta(1))], f"{path}: {report['before']}")
    check_people(path, report["people"], now)
    check_days(path, report, database, first, last)


def check_all_json(database, settings):
    """A month, the first month, one before any count, and all days; in both languages and in
    any time zone the same bytes."""
    date = datetime.date
    for month, before in ((date(2026, 3, 1), date(2026, 2, 1)), (date(2026, 2, 1), date(2026, 1, 1)),
                          (date(2026, 1, 1), date(2025, 12, 1))):
        last = (month + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1)
        files = []
        for lang in TITLES:
            path = OUT / f"{month:%Y-%m}.{lang}.json"
            done = coverage("report", database, "--month", f"{month:%Y-%m}", "--format", "json",
                            "--config", settings, "-o", path, lang=lang,
                            zone="America/New_York" if lang == "en" else "Asia/Shanghai")
            check(done.returncode == 0 and done.stdout == "", f"{path}: {done.stderr}")
            files.append(path.read_bytes())
        check(files[0] == files[1], f"{month:%Y-%m}: JSON depends on the language")
        check_json(path, database, HALL, month, last, before)
    check_of_all_days(database, settings)


def check_of_all_days(database, settings):
    """No month is named: from the first count to the last, whatever a wrong clock has counted.
    The name of the file is printed."""
    first, last = (datetime.datetime.strptime(str(day), "%Y%m%d").date()
                   for day in of_database(database, """SELECT min(day), max(day) FROM sums
                                          WHERE detail <> 'excluded:clock'""")[0])
    before = first - (last - first) - datetime.timedelta(1)
    for kind in ("json", "csv", "xlsx"):
        done = coverage("report", database, "--format", kind, "--config", settings, cwd=OUT)
        path = OUT / f"life-kiosk-{HALL}-{first:%Y%m%d}-{last:%Y%m%d}.{kind}"
        check(done.returncode == 0 and done.stdout == f"{path.name}\n" and path.exists(),
              f"{kind} of all days: {done.stdout}{done.stderr}")
    check_json(path.with_suffix(".json"), database, HALL, first, last, before)
    visits = of_database(database, """SELECT sum(n) FROM sums WHERE metric = 'visit'
        AND detail = ''""")[0][0]
    with open(path.with_suffix(".csv"), encoding="utf-8-sig", newline="") as file:
        there = sum(int(row["次数 n"]) for row in csv.DictReader(file)
                    if row["指标 metric"] == "visit" and row["状态 status"] == "counted")
    check(there == visits, f"CSV of all days: {there} visits of {visits}")
    path = OUT / "no-settings.json"
    done = coverage("report", database, "--format", "json", "-o", path)
    check(done.returncode == 0, f"{path}: {done.stderr}")
    check_json(path, database, None, first, last, before)


def add_rows(database):
    """What no visit makes: minutes on, answers, groups, and what is excluded, by a clock of 1970
    among others; and a day that is lost."""
    rng = random.Random(SEED + 1)
    rows = [(19700101, 3, "visit", "", "excluded:clock", 7)]
    day = datetime.date(2026, 2, 3)
    while day < datetime.date(2026, 3, 28):
        off = f"{day:%Y%m%d}" == str(LOST)
        if rng.random() < 0.8 and not off:
            gone = rng.choice((0, 0, 20, 45))
            rows += [(f"{day:%Y%m%d}", hour, "running", "", "", 60 - (gone if hour == 12 else 0))
                     for hour in range(9, 17)]
        if rng.random() < 0.3 and not off:
            rows += [(f"{day:%Y%m%d}", 10, "visit", "", f"excluded:{rng.choice(('demo', 'short'))}",
                      rng.randint(1, 9)),
                     (f"{day:%Y%m%d}", 10, "first_time", "", rng.choice(("yes", "no")), 1),
                     (f"{day:%Y%m%d}", 10, "group", "", "", rng.randint(2, 40)),
                     (f"{day:%Y%m%d}", 10, "group_session", "", "", 1)]
        day += datetime.timedelta(1)
    with sqlite3.connect(database) as db:
        kiosk = db.execute("SELECT max(kiosk) FROM sums").fetchone()[0]
        db.execute("DELETE FROM sums WHERE day = ?", (LOST,))
        db.executemany("""INSERT INTO sums (kiosk, day, hour, metric, subject, detail, content,
                       definition, n, revision) VALUES (?, ?, ?, ?, ?, ?, 0, 1, ?, ?)
                       ON CONFLICT DO NOTHING""", [(kiosk, *row, row[-1]) for row in rows])


# ---- the whole -----------------------------------------------------------------------------

def check_reports(database, settings):
    visits = of_database(database, """SELECT sum(n) FROM sums WHERE metric = 'visit'
        AND detail = '' AND day BETWEEN 20260301 AND 20260331""")[0][0]
    for lang in TITLES:
        for kind in ("xlsx", "csv", "html", "pdf"):
            path = OUT / f"{lang}.{kind}"
            again = OUT / f"again.{kind}"
            common = ["report", database, "--month", "2026-03", "--format", kind,
                      "--config", settings, "-o"]
            done = coverage(*common, path, lang=lang)
            check(done.returncode == 0, f"{path}: {done.stderr}")
            if kind in ("xlsx", "pdf") and lang == "en":
                done = coverage(*common, again, zone="America/New_York", lang=lang)
                check(done.returncode == 0 and path.read_bytes() == again.read_bytes(),
                      f"{path}: differs when made again")
        check_xlsx(OUT / f"{lang}.xlsx", lang, visits)
        check_html(OUT / f"{lang}.html", lang)
        check_pdf(OUT / f"{lang}.pdf", lang)
    check_csv(OUT / "en.csv", database)


def check_empty(database, settings):
    """A month in which nothing was counted: files all the same, and no sum of itself."""
    for kind in ("xlsx", "pdf"):
        path = OUT / f"empty.{kind}"
        done = coverage("report", database, "--month", "2026-01", "--format", kind, "-o", path,
                        "--config", settings)
        check(done.returncode == 0 and path.stat().st_size > 100, f"{path}: {done.stderr}")
    for number, (_, cells) in enumerate(cells_of(OUT / "empty.xlsx"), 1):
        for name, (formula, value) in cells.items():
            if formula:
                check(abs(value_of(formula, cells) - value) < 1e-9, f"empty: {number} {name}")
                found = re.fullmatch(r"SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)", formula)
                row = int(re.search(r"\d+", name)[0])
                check(not found or int(found[3]) < row, f"empty: {number} {name} sums itself")


def check_faults(database):
    good = ["--month", "2026-03", "--format", "csv", "-o", OUT / "fault.csv"]
    foreign = OUT / "foreign.db"
    foreign.write_text("this is not a database, and it is longer than a header")
    bent = OUT / "bent.lua"
    bent.write_text("return { plaice = 'x' }")
    for status, says, arguments in (
            (2, "whole months", ["report", database, "--format", "html"]),
            (2, "whole months", ["report", database, "--format", "pdf"]),
            (2, "--format", ["report", database]),
            (2, "--format", ["report", database, "--month", "2026-03"]),
            (2, "--month", ["report", *good]),
            (2, "write it as 2026-03", ["report", database, "--month", "2026-13", *good[2:]]),
            (2, "xlsx, csv, html, pdf, json", ["report", database, "--month", "2026-03",
                                         "--format", "docx"]),
            (1, "nowhere.db", ["report", OUT / "nowhere.db", *good]),
            (1, "foreign.db", ["report", foreign, *good]),
            (1, "bent.lua", ["report", database, *good, "--config", bent]),
            (1, "nowhere/x.csv", ["report", database, *good[:-1], OUT / "nowhere/x.csv"])):
        done = coverage(*arguments)
        check(done.returncode == status and says in done.stderr,
              f"{arguments}: exit {done.returncode}, {done.stderr}")
    check(not (OUT / "nowhere.db").exists(), "a database that was not there was made")
    check_nothing_counted()
    check_wrongly_called(database)
    check_kept(database, good[:-1])
    check_said(database, foreign, good[:-1])


def check_nothing_counted():
    """Of no count there are no days; a month is one all the same."""
    empty, none, path = OUT / "empty.db", OUT / "none.txt", OUT / "nothing.json"
    none.write_text("")
    path.unlink(missing_ok=True)
    coverage("simulate", empty, "--visits", none)
    for lang, says in (("en", "nothing has been counted"), ("zh-CN", "没有任何统计")):
        done = coverage("report", empty, "--format", "json", "-o", path, lang=lang)
        check(done.returncode == 1 and says in done.stderr and not path.exists(),
              f"{empty}: {done.returncode}, {done.stderr}")
        done = coverage("report", empty, "--format", "pdf", lang=lang)
        check(done.returncode == 2 and ("whole months" if lang == "en" else "按整月做") in
              done.stderr, f"{empty}: {done.returncode}, {done.stderr}")
    done = coverage("report", empty, "--format", "json", "--month", "2026-03", "-o", path)
    check(done.returncode == 0 and json.loads(path.read_text())["counts"] == [],
          f"{empty}: {done.stderr}")


def check_wrongly_called(database):
    """An option that is given twice, has no value or none that it can have: exit 2 and how it is
    called, with the options that the usage itself names; nothing is written."""
    lines = coverage("--help").stdout.splitlines()
    commands = {line.split()[1]: line for line in lines if line.startswith("  coverage ")}
    check({"report", "simulate"} <= commands.keys(), f"usage names {sorted(commands)}")
    tried, before = 0, database.read_bytes()
    for command, line in commands.items():
        for option in sorted(set(re.findall(r"(?<![\w-])--?[a-z]+", line))):
            value = "en" if option == "--lang" else "x"
            has_value = option != "--publish"
            for wrong in (([option, value, option, value], [option]) if has_value
                          else ([option, option],)):
                done = subprocess.run([BIN / "coverage", command, database, *wrong],
                                      capture_output=True, text=True, env=dict(os.environ, LANG="en"))
                tried += 1
                check(done.returncode == 2 and f"coverage {command} " in done.stderr and
                      f"{option} " in done.stderr.splitlines()[0] and
                      database.read_bytes() == before,
                      f"{command} {wrong}: {done.returncode}, {done.stderr}")
    for month in ("2026-13", "2026-00", "1999-12", "2026-3", "2026/03", "03-2026", "", "2026-03 "):
        for lang, says in (("en", "is no month"), ("zh-CN", "不是月份")):
            done = coverage("report", database, "--month", month, "--format", "csv", lang=lang)
            check(done.returncode == 2 and says in done.stderr and "coverage report" in done.stderr,
                  f"--month {month!r}: {done.returncode}, {done.stderr}")
    check(tried >= 12, f"only {tried} wrong calls were tried")


def check_said(database, foreign, to):
    """What the system or SQLite says is told in the reader's words: beside the name of the file
    no English is left."""
    whole = database.read_bytes()
    damaged, newer, songs = OUT / "damaged.db", OUT / "newer.db", OUT / "songs.db"
    damaged.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    newer.write_bytes(whole[:60] + b"\x00\x00\x00\x63" + whole[64:])
    songs.unlink(missing_ok=True)
    with sqlite3.connect(songs) as db:
        db.execute("CREATE TABLE songs (title TEXT)")
    csv_file = OUT / "fault.csv"
    for says, base, out in (
            ("不是统计文件", foreign, csv_file), ("坏了", damaged, csv_file),
            ("不是统计文件", songs, csv_file), ("新版", newer, csv_file),
            ("没有这个文件", database, OUT / "nowhere/x.csv"),
            ("这是一个文件夹", database, OUT), ("盘满了", database, "/dev/full"),
            ("不是文件夹", database, f"{database}/x.csv"),
            ("名字太长", database, OUT / ("名" * 90 + ".csv")),
            ("绕成了圈", database, OUT / "loop/x.csv")):
        loop = OUT / "loop"
        loop.unlink(missing_ok=True)
        loop.symlink_to("loop")
        done = coverage("report", base, *to, out, lang="zh-CN")
        words = done.stderr.removeprefix("coverage: ")
        for name in (out, base):
            words = words.replace(str(name), "")
        check(done.returncode == 1 and says in words and not re.search("[A-Za-z]", words),
              f"{base} {out}: exit {done.returncode}, {done.stderr}")



def check_kept(database, to):
    """OUT is neither the database nor the settings, by whatever name."""
    settings, link = OUT / "kiosk.lua", OUT / "link.csv"
    link.unlink(missing_ok=True)
    link.symlink_to(database.name)
    before = [database.read_bytes(), settings.read_bytes()]
    for out in (database, link, f"{OUT}/./{database.name}", settings):
        for lang, says in (("en", "another name"), ("zh-CN", "换一个文件名")):
            done = coverage("report", database, *to, out, "--config", settings, lang=lang)
            check(done.returncode == 1 and says in done.stderr,
                  f"-o {out}: exit {done.returncode}, {done.stderr}")
        check([database.read_bytes(), settings.read_bytes()] == before, f"-o {out}: lost")


OUT.mkdir(parents=True, exist_ok=True)
DATABASE = OUT / "counts.db"
for old in OUT.glob("counts.db*"):
    old.unlink()
draw_visits(OUT / "visits.txt")
(OUT / "kiosk.lua").write_text(SETTINGS, encoding="utf-8")
played = coverage("simulate", DATABASE, "--visits", OUT / "visits.txt")
check(played.returncode == 0, f"simulate: {played.stderr}")
add_rows(DATABASE)
check_reports(DATABASE, OUT / "kiosk.lua")
check_all_json(DATABASE, OUT / "kiosk.lua")
check_empty(DATABASE, OUT / "kiosk.lua")
check_faults(DATABASE)
for fault in faults:
    print(f"reports.py: {fault}", file=sys.stderr)
print(f"reports: 22 files, {len(faults)} faults")
sys.exit(1 if faults else 0)
