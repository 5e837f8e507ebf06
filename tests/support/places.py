# SPDX-License-Identifier: MIT
"""places: counties' files as coverage makes them, drawn, and what several of them add up to.

Written here from the rules alone (highest revision of each key; a month's sums by a plain query),
so that what coverage does can be held against it. Tables, types and columns are read from the
program's own tables."""

import base64
import calendar
import hashlib
import pathlib
import random
import re
import sqlite3

COUNTY = pathlib.Path("coverage/county")
KEY = 8  # columns of counts that are its key
METRICS = [("visit", "", ""), ("visit", "", "excluded:demo"), ("test", "aha-2025/adult", ""),
           ("lesson_done", "adult-cpr", ""), ("question", "aed", "right"), ("question", "aed", ""),
           ("first_time", "", "yes"), ("group", "", "school staff"), ("running", "", ""),
           ("score", "aha-2025/adult", "80~89"), ("visit", "", "excluded:clock")]


def tables():
    """name -> (key, [(field, type)])."""
    text = (COUNTY / "tables.def").read_text()
    columns = "".join(f"FIELD({name}, BIGINT)\n" for name, *_ in columns_of_month())
    text = text.replace('#include "county/columns.def"', columns)
    found, fields = {}, []
    for table, key, field, kind in re.findall(
            r'^TABLE\((\w+), "(.*)"\)$|^FIELD\((\w+), (TEXT|INT|BIGINT)\)', text, re.M):
        if table:
            found[table] = (key, fields := [])
        else:
            fields.append((field, kind))
    assert len(found) == 7, found.keys()
    return found


def columns_of_month():
    """(name, metric, detail or None, whether of excluded rows)."""
    rows = re.findall(r'^COLUMN\((\w+), \.metric = "(\w+)"(?:, \.detail = "(\w+)")?'
                      r'(, \.excluded = true)?\)$', (COUNTY / "columns.def").read_text(), re.M)
    assert len(rows) > 20
    return [(name, metric, detail or None, bool(excluded))
            for name, metric, detail, excluded in rows]


def plain_months():
    """The months of all kiosks by one query over the raw counts, without the known days."""
    sums = ", ".join(
        f"sum(CASE WHEN metric = '{metric}' AND detail {'LIKE' if out else 'NOT LIKE'} "
        f"'excluded:%'" + (f" AND detail = '{detail}'" if detail else "") + " THEN n ELSE 0 END)"
        for _, metric, detail, out in columns_of_month())
    return f"SELECT kiosk, day / 100, {sums} FROM counts GROUP BY kiosk, day / 100 ORDER BY 1, 2"


class Kiosk:
    """Its counts grow from state to state: `state` 2 of a day has more than 1."""

    def __init__(self, draw, number, rows_a_day=3):
        der = bytes.fromhex("302a300506032b6570032100") + draw.randbytes(32)
        self.id = "k" + "".join("0123456789abcdefghjkmnpqrstvwxyz"[b % 32]
                                for b in hashlib.sha256(der).digest()[:10])
        self.key = base64.b64encode(der).decode()
        self.number, self.seed, self.rows_a_day = number, draw.random(), rows_a_day

    def rows(self, first, last, state):
        """Of the days of one month: key -> (n, revision)."""
        rows = {}
        for day in range(first, last + 1):
            draw = random.Random(f"{self.seed} {day}")
            for metric, subject, detail in draw.sample(METRICS, self.rows_a_day):
                n = draw.randint(1, 9) * state
                key = (self.id, day, draw.randint(0, 2), metric, subject, detail, 1, 1)
                rows[key] = (n, n)
        return rows

    def file(self, month, first, last, state):
        """(row of files, rows of counts)."""
        first, last = month * 100 + first, month * 100 + last
        rows = self.rows(first, last, state)
        name = hashlib.sha256(f"{self.id} {first} {last} {state}".encode()).hexdigest()
        return ((self.id, name, first, last, 20270101 + state, len(rows), "0" * 64, name, 20270105),
                rows)

    def files(self, draw, months):
        """Of each month a file, often a later one with more, and one of some days alone."""
        for month in months:
            days = calendar.monthrange(month // 100, month % 100)[1]
            yield self.file(month, 1, days, 1)
            if draw.random() < 0.5:
                yield self.file(month, 1, days, 2)
            if draw.random() < 0.5:
                first = draw.randint(1, 20)
                yield self.file(month, first, first + draw.randint(0, 7), 3)


def merge(files):
    """What a place has when it has these files: (rows of files, key -> (n, revision))."""
    notes, counts = {}, {}
    for note, rows in files:
        notes[note[:4]] = note
        for key, state in rows.items():
            if key not in counts or counts[key][1] < state[1]:
                counts[key] = state
    return sorted(notes.values()), counts


def known_days(notes):
    """(kiosk, month) -> bits of the days that a file has brought."""
    known = {}
    for kiosk, _, first, last, *_ in notes:
        for day in range(first, last + 1):
            known[kiosk, day // 100] = known.get((kiosk, day // 100), 0) | 1 << day % 100 - 1
    return known


def on_days(counts):
    on = {}
    for key, (n, _) in counts.items():
        if n > 0 and not key[5].startswith("excluded:"):
            month = key[0], key[1] // 100
            on[month] = on.get(month, 0) | 1 << key[1] % 100 - 1
    return on


def contents(files):
    """Table -> its rows, in order, as they have to stand wherever these files have come."""
    notes, counts = merge(files)
    on, known = on_days(counts), known_days(notes)
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE counts (kiosk, day, part, metric, subject, detail, content, "
                   "definition, n, revision)")
        db.executemany("INSERT INTO counts VALUES (?,?,?,?,?,?,?,?,?,?)",
                       [key + state for key, state in counts.items()])
        sums = {row[:2]: row[2:] for row in db.execute(plain_months())}
    nothing = (0,) * len(columns_of_month())
    months = [month + (on.get(month, 0), known.get(month, 0)) + sums.get(month, nothing)
              for month in sorted(sums.keys() | known.keys())]
    return {"counts": sorted(key + state for key, state in counts.items()),
            "files": notes, "kiosk_month": months}


def make(path, kiosks, files, county="a", ledger=()):
    """A county's file that has these kiosks and files."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as db:
        for name, (key, fields) in tables().items():
            db.execute(f"CREATE TABLE {name} (" + ", ".join(
                f"{field} {'TEXT' if kind == 'TEXT' else 'INTEGER'} NOT NULL"
                for field, kind in fields) + f", PRIMARY KEY ({key})) STRICT, WITHOUT ROWID")
        db.execute(f"PRAGMA application_id = {0x4C4B4359}")
        db.execute("PRAGMA user_version = 1")
        rows = contents(files) | {
            "kiosks": [(k.id, k.key, f"馆 {k.number}", county, "hall", 20260101, 0, 127)
                       for k in kiosks],
            "kiosk_off": [(k.id, 20260201, 20260207, "春节") for k in kiosks],
            "ledger": ledger}
        for name, values in rows.items():
            db.executemany(f"INSERT INTO {name} VALUES ("
                           + ",".join("?" * len(tables()[name][1])) + ")", values)
    db.close()
    return path


def dump(run, *names):
    """Rows of each table by run(queries), numbers as numbers."""
    fields = {name: tables()[name][1] for name in names}
    found = {name: [] for name in names}
    for name, *row in run("; ".join(
            f"SELECT '{name}', {', '.join(field for field, _ in fields[name])} FROM {name}"
            for name in names)):
        found[name].append(tuple(value if kind == "TEXT" else int(value)
                                 for value, (_, kind) in zip(row, fields[name])))
    return {name: sorted(rows) for name, rows in found.items()}


def differences(there, files):
    """What a place has (by dump()) and should not, or the other way round; nothing is as it
    should be."""
    found = []
    for name, wanted in contents(files).items():
        rows = there[name]
        if name == "files":  # when it was imported is that place's own
            rows = [row[:-1] for row in rows]
            wanted = [row[:-1] for row in wanted]
        odd = set(rows) ^ set(wanted)
        if odd or len(rows) != len(wanted):
            found.append(f"{name}: {len(rows)} rows, {len(wanted)} wanted, such as "
                         f"{sorted(odd)[:2]}")
    return found
