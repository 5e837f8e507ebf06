#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""county.py BIN OUT: from kiosks to a county's place, by `coverage export`, keys, import,
enter and ledger.

Drawn visits of three kiosks are played into their databases and exported month by month; the
place takes the files in a drawn order, some of them twice, and has then what the databases
have. Whatever is refused is told by name in both languages and changes nothing. An import that
is killed has what it has told of; the same command brings the rest.
"""

import contextlib
import datetime
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
SEED = int(os.environ.get("TEST_SEED", "1"))
PART = "CASE WHEN hour < 12 THEN 0 WHEN hour < 18 THEN 1 ELSE 2 END"
MONTHS = ["2026-02", "2026-03", "2026-04"]
TODAY = "2026-05-01"
HALLS = {"a": ("滨江馆", "hall"), "b": ("实验小学", "school"), "c": ("幸福村", "village")}
PLACE = OUT / "county.db"

rng = random.Random(SEED)
faults = []


def check(good, what):
    if not good:
        faults.append(what)


def coverage(*arguments, lang="en"):
    """The caches of Pango's fonts are never freed."""
    env = dict(os.environ, LSAN_OPTIONS="suppressions=tests/support/paper.supp")
    return subprocess.run([BIN / "coverage", *map(str, arguments), "--lang", lang], env=env,
                          capture_output=True, text=True, check=False)


def done(*arguments):
    result = coverage(*arguments)
    check(result.returncode == 0 and result.stderr == "",
          f"{arguments}: {result.returncode} {result.stderr}")
    return result.stdout


def ask(path, query):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(query).fetchall()


def dump(path):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return "\n".join(db.iterdump())


def write(path, *statements):
    with contextlib.closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


# ---- kiosks ---------------------------------------------------------------------------

def make_kiosk(name):
    """Its database, key and settings, and a file a month."""
    folder = OUT / name
    folder.mkdir()
    subprocess.run([BIN / "lesson-check", "--new-key", folder / "kiosk.key"], check=True,
                   capture_output=True)
    (folder / "kiosk.lua").write_text(
        f'return {{ place = "{HALLS[name][0]}", county = "嘉善县" }}\n', encoding="utf-8")
    lines = []
    day = datetime.date(2026, 2, 10)
    while day < datetime.date(2026, 5, 1):
        for _ in range(rng.randint(0, 6)):
            lesson = rng.choice(["adult-cpr", "aed", "choking"])
            lines.append(f"{day}T{rng.randint(8, 20):02} lesson={lesson} score="
                         f"{rng.randint(0, 100)} depth=52 rate=110 passed={rng.randint(0, 1)}")
        day += datetime.timedelta(1)
    (folder / "visits").write_text("\n".join(lines), encoding="utf-8")
    done("simulate", folder / "counts.db", "--visits", folder / "visits")
    for month in MONTHS:
        export(name, month, f"{month}.lkx")


def export(name, month, file, today=TODAY):
    folder = OUT / name
    done("export", folder / "counts.db", "--key", folder / "kiosk.key", "--config",
         folder / "kiosk.lua", "--month", month, "--today", today, "-o", folder / file)
    return folder / file


def line_of(name):
    return (OUT / name / "kiosk.key.pub").read_text(encoding="utf-8").split("\n")[1]


def id_of(name):
    return ask(PLACE, f"SELECT kiosk FROM kiosks WHERE hall = '{HALLS[name][0]}'")[0][0]


def register():
    """By a file of counts, by a .pub file, by a table."""
    about = ["--site", "hall", "--since", "2026-02-10"]
    check(not PLACE.exists(), "a place before its first kiosk")
    done("keys", PLACE, "add", OUT / "a" / "2026-02.lkx", *about)
    told = done("keys", PLACE, "add", OUT / "b" / "kiosk.key.pub", "--hall", HALLS["b"][0],
                "--county", "嘉善县", *about)
    check(id_of("b") in told, f"keys add does not tell the id: {told}")
    done("keys", PLACE, "change", id_of("b"), "--site", "school", "--days", "12345")
    (OUT / "more.csv").write_text(
        "\ufeffkey,hall,county,site,since,until,days\r\n"
        f'{line_of("c")},"{HALLS["c"][0]}",嘉善县,village,2026-02-10,,\r\n', encoding="utf-8")
    done("keys", PLACE, "load", OUT / "more.csv")
    found = ask(PLACE, "SELECT hall, site, weekdays FROM kiosks ORDER BY hall")
    wanted = sorted((hall, site, 31 if site == "school" else 127)
                    for hall, site in HALLS.values())
    check(found == wanted, f"registered {found}")


# ---- what stands there ----------------------------------------------------------------

def sums_of(name):
    return sorted((id_of(name), *row) for row in ask(OUT / name / "counts.db", f"""
        SELECT day, {PART} AS part, metric, subject, detail, content, definition, sum(n),
               sum(revision) FROM sums GROUP BY 1, 2, 3, 4, 5, 6, 7"""))


def check_sums(what):
    found = ask(PLACE, "SELECT * FROM counts ORDER BY 1, 2, 3, 4, 5, 6, 7, 8")
    wanted = sorted(row for name in HALLS for row in sums_of(name))
    check(found == wanted and len(found) > 100, f"{what}: {len(found)} of {len(wanted)} rows")
    months = ask(PLACE, "SELECT kiosk, month, visit, lesson_done FROM kiosk_month ORDER BY 1, 2")
    plain = ask(PLACE, """
        SELECT kiosk, day / 100, sum(CASE WHEN metric = 'visit' THEN n ELSE 0 END),
               sum(CASE WHEN metric = 'lesson_done' THEN n ELSE 0 END) FROM counts
        WHERE detail NOT LIKE 'excluded:%' GROUP BY 1, 2 ORDER BY 1, 2""")
    check(months == plain, f"{what}: months {months} are not {plain}")


def take_all():
    files = [OUT / name / f"{month}.lkx" for name in HALLS for month in MONTHS]
    rng.shuffle(files)
    lost = files.pop()
    told = done("import", PLACE, *files, files[0], "--today", TODAY)
    check("8 files taken in, 1 were here before, 0 refused" in told, f"import says {told}")
    done("import", PLACE, lost, "--today", TODAY)
    check_sums("all files")


def correct_late():
    """More of February is counted in May, and exported again."""
    (OUT / "late").write_text("2026-02-12T09 lesson=aed\n2026-02-13T09\n", encoding="utf-8")
    done("simulate", OUT / "a" / "counts.db", "--visits", OUT / "late")
    older = OUT / "a" / "2026-02.lkx"
    told = done("import", PLACE, export("a", "2026-03", "again.lkx"), "--today", TODAY)
    check("the days before 2026-03-01 are not all here" in told, f"the chain: {told}")
    check("the days before 2026-03-01" in done("keys", PLACE), "keys does not tell of the chain")
    done("import", PLACE, export("a", "2026-02", "late.lkx"), older, "--today", TODAY)
    check("the days before" not in done("keys", PLACE), "keys tells of a chain that is whole")
    check_sums("a late correction")


# ---- refusals -------------------------------------------------------------------------

def refused(words, status, *arguments):
    """Told in both languages, by what is wrong; nothing changes."""
    before = dump(PLACE)
    for lang, part in zip(("en", "zh-CN"), words):
        result = coverage(*arguments, lang=lang)
        said = result.stderr
        check(result.returncode == status, f"{arguments}: exit {result.returncode}")
        check(part in said, f"{arguments}: {part} is not in: {said}")
        check("{" not in said, f"{arguments}: not filled in: {said}")
        check(lang == "en" or any("\u4e00" <= it <= "\u9fff" for it in said),
              f"{arguments}: not Chinese: {said}")
    check(dump(PLACE) == before, f"{arguments}: the place has changed")


def refuse_files():
    sound = OUT / "a" / "2026-03.lkx"
    whole = sound.read_bytes()
    bad = OUT / "bad.lkx"
    for _ in range(4):
        at = rng.randrange(len(whole) - 1)
        bad.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
        refused([str(bad), str(bad)], 1, "import", PLACE, bad, "--today", TODAY)
    (OUT / "a" / "2026-03.csv").write_text("day,part\n", encoding="utf-8")
    refused(["a table for people", "给人看的表格"], 1, "import", PLACE, OUT / "a" / "2026-03.csv")
    refused(["is a folder", "这是文件夹"], 1, "import", PLACE, OUT / "a")
    refused(["no such file", "没有这个文件"], 1, "import", PLACE, OUT / "none.lkx")
    refused(["a kiosk's own database", "一台机器自己的数据库"], 1, "import", PLACE,
            OUT / "a" / "counts.db")
    refused(["made on 2026-05-01, and here it is 2026-03-01", "2026-05-01"], 1, "import", PLACE,
            sound, "--today", "2026-03-01")
    make_kiosk("stranger")
    refused(["is not registered here", "没有在这里登记"], 1, "import", PLACE,
            OUT / "stranger" / "2026-03.lkx", "--today", TODAY)


def refuse_sums():
    """Sums that shrink, and two states of one revision, with sound files around them."""
    row = "WHERE metric = 'visit' AND day = (SELECT max(day) FROM sums WHERE day < 20260401)"
    write(OUT / "b" / "counts.db", f"UPDATE sums SET n = n - 1, revision = revision + 5 {row}")
    shrunk = export("b", "2026-03", "shrunk.lkx")
    refused(["sums only grow", "累计只会增加"], 1, "import", PLACE, shrunk, "--today", TODAY)
    write(OUT / "b" / "counts.db", f"UPDATE sums SET n = n + 3, revision = revision - 5 {row}")
    two = export("b", "2026-03", "two.lkx")
    refused(["the same state", "同一状态"], 1, "import", PLACE, OUT / "a" / "2026-02.lkx", two,
            OUT / "c" / "2026-04.lkx", "--today", TODAY)


def refuse_places():
    sound = OUT / "a" / "2026-03.lkx"
    for command in (["keys"], ["import", sound], ["ledger"]):
        name, *files = command
        refused(["the database of one kiosk", "一台机器自己的数据库"], 1, name,
                OUT / "a" / "counts.db", *files)
        refused(["not a database of counts", "不是计数的数据库"], 1, name, OUT / "late", *files)
        refused(["no such file", "没有这个文件"], 1, name, OUT / "none.db", *files)
        refused(["is a folder", "这是文件夹"], 1, name, OUT, *files)
        refused(["name the place", "数据放在哪里"], 2, name)
    refused(["name the place", "数据放在哪里"], 2, "import", sound, OUT / "b" / "2026-03.lkx")
    check(not (OUT / "none.db").exists(), "a place was made by looking at it")


def move():
    """All that a kiosk has counted goes along: that is told."""
    told = done("keys", PLACE, "change", id_of("b"), "--county", "平湖市")
    check("no longer with 嘉善县" in told, f"keys change --county: {told}")
    done("keys", PLACE, "change", id_of("b"), "--county", "嘉善县")
    told = done("keys", PLACE, "change", id_of("b"), "--county", "嘉善县")
    check("no longer" not in told, f"keys change to the same county: {told}")


def refuse_keys():
    about = ["--hall", "馆", "--county", "县", "--site", "hall", "--since", "2026-03-01"]
    fresh = OUT / "stranger" / "kiosk.key.pub"
    refused(["registered already", "已经登记过"], 1, "keys", PLACE, "add", line_of("a"), *about)
    refused(["secret key", "私钥"], 1, "keys", PLACE, "add", OUT / "a" / "kiosk.key", *about)
    refused(["neither a file nor a public key", "既不是文件"], 1, "keys", PLACE, "add", "MCow",
            *about)
    refused(["--hall is missing", "缺少 --hall"], 1, "keys", PLACE, "add", fresh)
    refused(["no kind of site", "场所类别"], 1, "keys", PLACE, "add", fresh,
            *about[:about.index("--site")], "--site", "x", *about[about.index("--site") + 2:])
    refused(["--hall", "--hall"], 2, "keys", PLACE, *about[:2])
    refused(["--reason", "--reason"], 2, "keys", PLACE, "on", id_of("a"), "--from", "2026-03-01",
            "--to", "2026-03-02", "--reason", "x")
    refused(["is not a day", "不是日期"], 1, "keys", PLACE, "add", fresh, *about, "--until",
            "2026-02-30")
    refused(["is before 2026-03-01", "早于起始日"], 1, "keys", PLACE, "add", fresh, *about, "--until",
            "2026-02-01")
    refused(["no kiosk of this id", "没有登记这个编号"], 1, "keys", PLACE, "change", "k0000000000",
            "--hall", "馆")
    refused(["one of --hall, --county", "--hall, --county"], 2, "keys", PLACE, "change", id_of("a"))
    refused(["--from 2026-03-02 comes after", "--from 2026-03-02"], 1, "keys", PLACE, "off", id_of("a"),
            "--from", "2026-03-02", "--to", "2026-03-01", "--reason", "x")
    refused(["wants --reason", "还要写 --reason"], 2, "keys", PLACE, "off", id_of("a"), "--from",
            "2026-03-02", "--to", "2026-03-03")
    refused(["write add, change", "请写 add"], 2, "keys", PLACE, "remove", id_of("a"))
    table = OUT / "wrong.csv"
    row = f"{line_of('stranger')},馆,县,hall,2026-03-01,,12345\n"
    head = "key,hall,county,site,since,until,days\n"
    for text, words in {
            "": ("begins with this line", "第一行"),
            "Schlüssel\n": ("begins with this line", "第一行"),
            head + row + row: ("stands there twice", "写了两次"),
            head + row.replace(",馆", ""): ("wrong.csv:2: these are not the cells", "格数不对"),
            head + row.replace("2026-03-01", "2026/3/1"): ("wrong.csv:2: since", "wrong.csv:2: since"),
            head + "\n" + row.replace("hall", "Hall"): ("wrong.csv:3: site", "wrong.csv:3: site"),
            head + row.replace("12345", "8"): ("wrong.csv:2: days", "wrong.csv:2: days")}.items():
        table.write_text(text, encoding="utf-8")
        refused(words, 1, "keys", PLACE, "load", table)
    table.write_bytes((head + row).encode("gbk"))
    refused(["not UTF-8", "不是 UTF-8"], 1, "keys", PLACE, "load", table)


# ---- figures of staff -----------------------------------------------------------------

def enter():
    sound = {"thing": "certificates", "value": 52000, "as-of": "2026-04-30", "source": "台账",
             "reason": "季度", "county": "嘉善县", "today": TODAY}

    def given(**other):
        values = {**sound, **{key.replace("_", "-"): it for key, it in other.items()}}
        return [word for key, it in values.items() if it is not None for word in (f"--{key}", it)]

    done("enter", PLACE, *given())
    done("enter", PLACE, *given(value=52100, reason="更正"))
    told = done("ledger", PLACE)
    check("52000" in told and "52100" in told and "更正" in told, f"ledger: {told}")
    for words, status, other in (
            (("write one of certificates", "certificates"), 1, {"thing": "knowledge"}),
            (("whole number", "整数"), 1, {"value": "5.5"}), (("whole number", "整数"), 1, {"value": "-1"}),
            (("from 0 to 1000000000000", "0 到 1000000000000"), 1, {"value": "1000000000001"}),
            (("still to come", "还没有到"), 1, {"as_of": "2026-05-02"}),
            (("is no day", "不是日期"), 1, {"as_of": "2026-5-1"}),
            (("--source: is empty", "--source"), 1, {"source": " "}),
            (("--reason: is longer", "--reason"), 1, {"reason": "因" * 200}),
            (("stands in a county", "没有这个县"), 1, {"county": "嘉善"}),
            (("what is entered", "写明录入"), 2, {"reason": None})):
        refused(words, status, "enter", PLACE, *given(**other))


def emptied(name):
    """A place with the same kiosks, and nothing handed in yet."""
    place = OUT / name
    place.unlink(missing_ok=True)
    shutil.copy(PLACE, place)
    write(place, "DELETE FROM counts", "DELETE FROM files", "DELETE FROM kiosk_month")
    return place


def be_killed():
    """After so many files have been told of; the same command again brings the rest."""
    files = sorted(OUT.glob("?/2026-0?.lkx"))
    whole = emptied("whole.db")
    done("import", whole, *files, "--today", TODAY)
    for _ in range(3):
        place = emptied("killed.db")
        enough = rng.randint(1, len(files) - 1)
        with subprocess.Popen([BIN / "coverage", "import", place, *files, "--today", TODAY,
                               "--lang", "en"], stdout=subprocess.PIPE, text=True) as run:
            told = [run.stdout.readline() for _ in range(enough)]
            run.kill()
            told += run.stdout.readlines()
        told = sum(" rows, " in line for line in told)
        held = ask(place, "SELECT count(*) FROM files")[0][0]
        check(enough <= told <= held <= told + 1, f"{told} were told of, {held} are in")
        done("import", place, *files, "--today", TODAY)
        check(dump(place) == dump(whole), "a killed import ends otherwise than a whole one")


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
print(f"TEST_SEED={SEED}")
HALLS["stranger"] = ("外馆", "other")
for kiosk in ("a", "b", "c"):
    make_kiosk(kiosk)
STRANGER = HALLS.pop("stranger")
register()
take_all()
correct_late()
HALLS["stranger"] = STRANGER
refuse_files()
refuse_sums()
refuse_places()
refuse_keys()
move()
enter()
be_killed()
for fault in faults:
    print(fault, file=sys.stderr)
print(f"county: {len(faults)} faults")
sys.exit(1 if faults else 0)
