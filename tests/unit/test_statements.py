#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_statements.py COVERAGE: what is sent to a county's place is what every engine takes: words
of a short list, one table a statement, values in the order of their numbers, and the kiosk named
in whatever is written to a table that has one. The tables of each engine have a kiosk's id first
in their keys, say why they are made so, and say so where they were never run."""

import pathlib
import re
import subprocess
import sys

COVERAGE = sys.argv[1]
STATEMENTS = pathlib.Path("coverage/county/statements.def")
TABLES = pathlib.Path("coverage/county/tables.def")
COLUMNS = pathlib.Path("coverage/county/columns.def")
ENGINES = pathlib.Path("coverage/county/engines.def")
# No ON CONFLICT, RETURNING, LIMIT, JOIN, WITH, FOR UPDATE, LISTEN, PREPARE, unnest ...: what is
# not here was left out on purpose.
WORDS = {"SELECT", "FROM", "WHERE", "AND", "GROUP", "ORDER", "BY", "INSERT", "INTO", "VALUES",
         "UPDATE", "SET", "DELETE", "count", "sum", "min", "max"}
# Statements of the files' own engine and of transactions stand there, and nowhere else.
OWN = {"coverage/county/place.c": {"PRAGMA user_version", "PRAGMA user_version = %d"},
       "coverage/county/tables.c": None, "coverage/county/ddl.c": None}
RUN = {"postgresql", "postgres_fdw"}  # by tests/e2e/push_servers.py
faults = []


def joined(literals):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


def rows(path, macro):
    found = re.findall(macro + r"\((\w+),((?:\s*\"(?:[^\"\\]|\\.)*\")+)\)", path.read_text())
    if len(found) < 5 or len(found) != len(re.findall(rf"^{macro}\(", path.read_text(), re.M)):
        sys.exit(f"{path}: its rows cannot be read")
    return {name: joined(text) for name, text in found}


tables = rows(TABLES, "TABLE")
fields = set(re.findall(r"^FIELD\((\w+)", TABLES.read_text(), re.M))
fields |= set(re.findall(r"^COLUMN\((\w+)", COLUMNS.read_text(), re.M)) | {"columns"}
kiosks = {name for name, key in tables.items()
          if re.search(rf"^TABLE\({name},.*\nFIELD\(kiosk,", TABLES.read_text(), re.M)}
for name in kiosks:
    if tables[name].split(", ")[0] != "kiosk":
        faults.append(f"{name}: the kiosk is not first in its key")
if len(kiosks) != 5:
    faults.append(f"tables with a kiosk: {sorted(kiosks)}")


def check_statement(name, text):
    words = re.findall(r"[A-Za-z_]\w*", re.sub(r"\$\d+", "", text))
    for word in set(words) - WORDS - fields - tables.keys():
        faults.append(f"{name}: {word} is not what every engine takes")
    used = [table for table in tables if table in words and table != "county"]
    if name != "tables" and len(used) != 1:
        faults.append(f"{name}: is of the tables {used}, not of one")
    numbers = [int(n) for n in re.findall(r"\$(\d+)", text)]
    if list(dict.fromkeys(numbers)) != list(range(1, len(set(numbers)) + 1)):
        faults.append(f"{name}: its values are not in order: {numbers}")
    verb = words[0]
    if not kiosks & set(used) or verb == "SELECT":
        return
    named = r"\(kiosk, " if verb in ("INSERT", used[0]) else r" WHERE (?:.* AND )?kiosk = \$"
    if verb not in ("INSERT", "UPDATE", "DELETE", used[0]) or not re.search(named, text):
        faults.append(f"{name}: writes to {used[0]} and does not name the kiosk")
    if verb == "UPDATE" and re.search(r"SET .*\bkiosk = .* WHERE", text):
        faults.append(f"{name}: moves a row to another kiosk, and so to another server")


for name, text in rows(STATEMENTS, "STATEMENT").items():
    check_statement(name, text)

# ---- nowhere else --------------------------------------------------------------------------

for path in sorted(pathlib.Path("coverage").rglob("*.c")):
    if path.parts[1] == "sql" or OWN.get(str(path), "") is None:
        continue
    for text in re.findall(r'"((?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|SET|COPY) [^"]*)"',
                           path.read_text()):
        if text not in OWN.get(str(path), ()):
            faults.append(f"{path}: \"{text}\" belongs to {STATEMENTS}")

# ---- tables of each engine -----------------------------------------------------------------

engines = re.findall(r"^ENGINE\((\w+),", ENGINES.read_text(), re.M)
for engine in engines:
    done = subprocess.run([COVERAGE, "tables", engine], capture_output=True, text=True, check=True)
    head, made = done.stdout.split("\n\n", 1)
    if ("NOT RUN HERE" in head) == (engine in RUN):
        faults.append(f"tables {engine}: whether it was run is said wrongly")
    if len(head.splitlines()) < 9 or any(not line.startswith("--") for line in head.splitlines()):
        faults.append(f"tables {engine}: gives no reasons")
    keys = dict(re.findall(r"CREATE TABLE (\w+) \([^;]*PRIMARY KEY \((.*)\)\n\);", made))
    if {name: key.replace(" HASH", "") for name, key in keys.items()} != tables:
        faults.append(f"tables {engine}: {keys}")
    for word in ("SERIAL", "REFERENCES", "TRIGGER", "SEQUENCE", "DEFAULT"):
        if word in made:
            faults.append(f"tables {engine}: {word}")
if len(engines) != 6:
    faults.append(f"engines: {engines}")
done = subprocess.run([COVERAGE, "tables", "oracle", "--lang", "en"], capture_output=True, text=True)
if done.returncode != 2 or "postgresql, postgres_fdw, citus" not in done.stderr:
    faults.append(f"tables oracle: exit {done.returncode}: {done.stderr}")

for fault in faults:
    print(f"test_statements.py: {fault}", file=sys.stderr)
print(f"statements: {len(faults)} faults")
sys.exit(1 if faults else 0)
