#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""board.py BIN OUT: the county's page, by `coverage board`, from visits on.

Drawn visits at kiosks of three counties are played, exported, handed in. The page is read by
what knows nothing of its writer: it is well formed, what names another element leads there,
visits are those of the place, no number of people from 1 to 4 is printed, and the next page
says what has changed since the one that was published. What is wrongly asked for is told.
"""

import datetime
import html.parser
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
SEED = int(os.environ.get("TEST_SEED", "1"))
PLACE = OUT / "counties.db"
TODAY = "2026-04-02"
VOID = {"meta", "input", "br", "path", "rect", "line"}
# Hall, county, kind of site, most visits a day.
KIOSKS = [("罗星馆 \"一号\"", "嘉善县", "hall", 30), ("实验小学 <东>", "嘉善县", "school", 8),
          ("李家村", "嘉善县", "village", 0), ("淀山湖馆", "青浦区", "hall", 20),
          ("平望中学", "吴江区", "school", 12)]
REGISTERED = 402345

faults = []


def check(good, what):
    if not good:
        faults.append(what)


def coverage(*arguments, lang="en", zone="Asia/Shanghai", folder=None):
    """The caches of Pango's fonts are never freed."""
    env = dict(os.environ, TZ=zone,
               LSAN_OPTIONS=f"suppressions={pathlib.Path.cwd()}/tests/support/paper.supp")
    return subprocess.run([BIN.resolve() / "coverage", *map(str, arguments), "--lang", lang],
                          env=env, capture_output=True, text=True, cwd=folder)


def must(*arguments, **how):
    done = coverage(*arguments, **how)
    if done.returncode != 0:
        sys.exit(f"board.py: {arguments}: exit {done.returncode}, {done.stderr}")
    return done.stdout


# ---- counties ------------------------------------------------------------------------------

def draw_kiosk(rng, index):
    """Two months of counts of one kiosk, signed; its answers and groups are put in by hand."""
    hall, county, site, most = KIOSKS[index]
    database, key = OUT / f"{index}.db", OUT / f"{index}.key"
    visits = OUT / f"{index}.txt"
    settings = OUT / f"{index}.lua"
    quoted = hall.replace('"', '\\"')
    settings.write_text(f'return {{ place = "{quoted}", county = "{county}" }}\n', "utf-8")
    subprocess.run([BIN / "lesson-check", "--new-key", key], check=True, capture_output=True)
    with open(visits, "w", encoding="utf-8") as out:
        for number in range(59):
            day = datetime.date(2026, 2, 1) + datetime.timedelta(number)
            for _ in range(rng.randint(0, most)):
                out.write(f"{day}T{rng.randint(9, 17):02} lesson=aed score={rng.randint(0, 100)}"
                          f" depth=52 rate=110 passed={rng.randint(0, 1)}\n")
        for hour in range(9, 12) if most == 0 else ():
            out.write(f"2026-03-07T{hour:02} lesson=aed\n")
    must("simulate", database, "--visits", visits)
    with sqlite3.connect(database) as db:
        kiosk = db.execute("SELECT kiosk FROM sums").fetchone()[0]
        for day in (20260214, 20260315):
            for metric, subject, detail, n in (("first_time", "", "yes", most * 4),
                                               ("first_time", "", "no", most * 2),
                                               ("group", "pupils", "", most * 3)):
                if n > 0:
                    db.execute("INSERT INTO sums (kiosk, day, hour, metric, subject, detail,"
                               " content, definition, n, revision)"
                               " VALUES (?, ?, 10, ?, ?, ?, 0, 1, ?, ?)",
                               (kiosk, day, metric, subject, detail, n, n))
    must("keys", PLACE, "add", f"{key}.pub", "--hall", hall, "--county", county, "--site", site,
         "--since", "2026-02-01", "--today", TODAY)
    for month in ("2026-02", "2026-03"):
        lkx = OUT / f"{index}-{month}.lkx"
        must("export", database, "--key", key, "--month", month, "--config", settings, "-o", lkx,
             "--today", TODAY)
        if (index, month) != (4, "2026-03"):  # one has not come yet
            must("import", PLACE, lkx, "--today", TODAY)


def draw_counties():
    rng = random.Random(SEED)
    print(f"TEST_SEED={SEED}")
    for index in range(len(KIOSKS)):
        draw_kiosk(rng, index)
    for thing, value in (("registered", REGISTERED), ("certificates", 6120)):
        must("enter", PLACE, "--thing", thing, "--value", value, "--as-of", "2025-12-31",
             "--source", "县红十字会 <年报>", "--reason", "年初录入", "--today", "2026-03-30")


def of_place(sql):
    with sqlite3.connect(f"file:{PLACE}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


# ---- the page ------------------------------------------------------------------------------

class Page(html.parser.HTMLParser):
    """Elements in their order, and the rows of each table by the id of its caption."""

    def __init__(self, path):
        super().__init__()
        self.path, self.open, self.tags, self.ids = path, [], [], []
        self.tables, self.rows, self.cell = {}, None, None
        self.text = []
        self.feed(path.read_text(encoding="utf-8"))
        check(not self.open, f"{path}: {self.open} are not ended")

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        check(len(dict(attrs)) == len(attrs), f"{self.path}: {tag} has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "caption":
            self.rows = self.tables.setdefault(dict(attrs)["id"], [])
        elif tag == "tr":
            self.rows = self.rows if self.rows is not None else []
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = ""

    def handle_startendtag(self, tag, attrs):
        check(tag in VOID, f"{self.path}: {tag} ends itself")
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        check(self.open and self.open[-1] == tag, f"{self.path}: {tag} ends {self.open[-1:]}")
        if self.open:
            self.open.pop()
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        self.text.append(data)
        if self.cell is not None:
            self.cell += data

    def table(self, name):
        return [row for row in self.tables.get(f"{name}-table", []) if row]


def check_form(page):
    path = page.path
    check(len(set(page.ids)) == len(page.ids), f"{path}: an id stands there twice")
    for tag, attrs in page.tags:
        for name in ("aria-labelledby", "for"):
            for target in attrs.get(name, "").split():
                check(target in page.ids, f"{path}: {tag} is named by {target}, which is not there")
        target = attrs.get("href", "#")[1:]
        check(not target or target in page.ids, f"{path}: a link leads to {target}")
        check(attrs.get("href", "#")[0] == "#" and "src" not in attrs, f"{path}: needs {attrs}")
        check(tag not in ("script", "link", "img"), f"{path}: has a {tag}")
        check(tag != "th" or attrs.get("scope") in ("row", "col"), f"{path}: a th without scope")
        check(tag != "svg" or attrs.get("role") == "img" or attrs.get("aria-hidden") == "true",
              f"{path}: a picture that is not told")
        check(attrs.get("tabindex", "0") in ("0", "-1"), f"{path}: {tag} is out of order")
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    check(levels.count(1) == 2 and all(b <= a + 1 for a, b in zip(levels, levels[1:])),
          f"{path}: headings {levels}")
    langs = [attrs["lang"] for tag, attrs in page.tags if attrs.get("class") == "page"]
    check(sorted(langs) == ["en", "zh-CN"], f"{path}: languages {langs}")
    check(page.tags[0][1].get("lang") == langs[0], f"{path}: begins with another language")
    tables = sum(1 for tag, _ in page.tags if tag == "table")
    check(tables == len(page.tables), f"{path}: {tables} tables, {len(page.tables)} captions")
    return langs


def number(cell):
    return int(cell.replace(",", "")) if re.fullmatch(r"[\d,]+", cell) else None


def check_figures(page, lang):
    """Against the place itself."""
    sums = dict(of_place("SELECT county, sum(n) FROM counts JOIN kiosks USING (kiosk)"
                         " WHERE metric = 'visit' AND detail = '' AND day / 100 = 202603"
                         " GROUP BY county"))
    parts = {name: page.table(f"{lang}-{name}") for name in ("counties", "sites")}
    check(len(parts["counties"]) == 5, f"{lang}: {len(parts['counties'])} rows of counties")
    for row in parts["counties"][1:-1]:
        shown = number(row[4])
        check(row[4] == "*" or shown == sums.get(row[0], 0), f"{lang}: {row[0]}: {row[4]}")
    total = number(parts["counties"][-1][4])
    check(total == sum(sums.values()) > 100, f"{lang}: {total} visits in all")
    for name, rows in parts.items():
        for row in rows[1:]:
            check(not {"1", "2", "3", "4"} & set(row[4:]), f"{lang}: {name}: {row} tells few")
    hidden = sum(row[4] == "*" for row in parts["sites"][1:-1])
    check(hidden == 2, f"{lang}: {hidden} kinds of sites are hidden, not the village and one more")
    kiosks = page.table(f"{lang}-kiosks")[1:]
    check(sorted(row[0] for row in kiosks) == sorted(it[0] for it in KIOSKS), f"{lang}: halls")
    heads = {row[0] for row in of_place("SELECT head FROM files")}
    check(all(row[-1] in heads for row in kiosks), f"{lang}: a head that no file has")
    late = [row for row in kiosks if row[0] == KIOSKS[4][0]]
    check(late[0][-3:-1] == ["1", "2026-02-28"], f"{lang}: {late}")
    visits = of_place("SELECT sum(n) FROM counts WHERE metric = 'visit' AND detail = ''")[0][0]
    ratio = f"{100 * visits / REGISTERED:.1f}%"
    text = "".join(page.text)
    check(f"{visits:,}" in text and f"{REGISTERED:,}" in text and ratio in text,
          f"{lang}: {visits} of {REGISTERED} is not told as {ratio}")


def make(name, *more, lang="zh-CN", zone="Asia/Shanghai", today=TODAY):
    path = OUT / name
    must("board", PLACE, "--period", "2026-03", "--today", today, "-o", path, *more, lang=lang,
         zone=zone)
    return path


def check_page():
    before = PLACE.read_bytes()
    for lang in ("zh-CN", "en"):
        page = Page(make(f"{lang}.html", lang=lang))
        check(check_form(page)[0] == lang, f"{lang}: does not stand first")
        for both in ("zh-CN", "en"):
            check_figures(page, both)
        again = make("again.html", lang=lang, zone="America/New_York")
        check(again.read_bytes() == page.path.read_bytes(), f"{lang}: differs when made again")
    check(PLACE.read_bytes() == before, "a page that is not published changes the place")
    named = coverage("board", PLACE.resolve(), "--today", TODAY, folder=OUT)
    check(named.stdout == f"board-{TODAY}.html\n" and (OUT / f"board-{TODAY}.html").exists(),
          f"without -o: {named.stdout}{named.stderr}")
    one = Page(make("one.html", "--county", "青浦区"))
    check_form(one)
    check(not one.table("en-counties") and "青浦区" in one.path.read_text("utf-8"), "one county")


def check_editions():
    """The first is published; another county's of the same day is none of its past."""
    make("first.html", "--publish")
    make("first-one.html", "--publish", "--county", "青浦区")
    same = make("same.html", "--publish")
    check(same.read_bytes() == (OUT / "first.html").read_bytes(), "published twice, another page")
    must("enter", PLACE, "--thing", "certificates", "--value", 6543, "--as-of", "2026-03-31",
         "--source", "台账", "--reason", "季度更新", "--today", "2026-05-02")
    must("import", PLACE, OUT / "4-2026-03.lkx", "--today", "2026-05-02")
    page = Page(make("second.html", today="2026-05-03"))
    check_form(page)
    changes = {row[0]: row[1:] for row in page.table("en-changes")[1:]}
    more = of_place("SELECT sum(n) FROM counts WHERE metric = 'visit' AND detail = '' AND day >="
                    " 20260301 AND kiosk = (SELECT kiosk FROM kiosks WHERE county = '吴江区')")
    check(["6,120", "6,543", "+423"] in changes.values(), f"certificates: {changes}")
    check(changes["Visits"][2] == f"+{more[0][0]:,}", f"visits: {changes['Visits']}, not {more}")
    ledger = [row[3] for row in page.table("en-ledger")[1:] if "6," in row[3]]
    check(ledger == ["6,120", "6,543"], f"the ledger forgets: {ledger}")


def check_faults():
    foreign = OUT / "foreign.db"
    foreign.write_text("this is not a database, and it is longer than a header")
    plan = OUT / "plan.lua"
    plan.write_text("return { id = 'x', targets = 3 }")
    to = ["-o", OUT / "never.html"]
    for status, says, arguments in (
            (2, "name the place first", ["board", *to]),
            (2, "--perod", ["board", PLACE, "--perod", "2026", *to]),
            (1, "--period 2026-13", ["board", PLACE, "--period", "2026-13", *to]),
            (1, "--period 2026-04..2026-03",
             ["board", PLACE, "--period", "2026-04..2026-03", *to]),
            (1, "2026-02-30", ["board", PLACE, "--today", "2026-02-30", *to]),
            (1, "nowhere.db", ["board", OUT / "nowhere.db", *to]),
            (1, "foreign.db", ["board", foreign, *to]),
            (1, "0.db", ["board", OUT / "0.db", *to]),
            (1, "plan.lua", ["board", PLACE, "--targets", plan, *to]),
            (1, "杭州市", ["board", PLACE, "--county", "杭州市", *to]),
            (1, "nowhere/x.html", ["board", PLACE, "-o", OUT / "nowhere/x.html"]),
            (1, "written over", ["board", PLACE, "-o", PLACE])):
        before = PLACE.read_bytes()
        done = coverage(*arguments)
        check(done.returncode == status and says in done.stderr,
              f"{arguments}: exit {done.returncode}, {done.stderr}")
        check(PLACE.read_bytes() == before, f"{arguments}: the place has changed")
    check(not (OUT / "never.html").exists(), "a page was written all the same")
    check(not (OUT / "nowhere.db").exists(), "a place that was not there was made")


OUT.mkdir(parents=True, exist_ok=True)
for old in OUT.iterdir():
    old.unlink()
draw_counties()
check_page()
check_editions()
check_faults()
for fault in faults:
    print(f"board.py: {fault}", file=sys.stderr)
print(f"board: {len(faults)} faults")
sys.exit(1 if faults else 0)
