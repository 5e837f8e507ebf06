#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every language has the same keys with the same {placeholders}, the screens name no other
key, and none is left unused. Keys stand in order; Chinese has its own punctuation. Every
profile of a guideline has words for visitors under its own name, all that is counted has
words for staff, each kind of card a word for authors, each command of coverage words, each
reason not to trust a sensor words and a cure, each fault of a stick words, and what keeps the
kiosk from starting, a database from being used or a file of counts from being read has words,
which in English are those of trouble.def, sql_faults.def and the two faults.def; each kind of site has a word."""

import pathlib
import re
import sys

TEXTS = pathlib.Path("scripts/text")
GUIDELINES = sorted(pathlib.Path("scripts/guidelines").glob("*.lua"))
SOURCES = [*sorted(pathlib.Path("kiosk").rglob("*.c")),
           *sorted(pathlib.Path("tools/cpr-analyze").glob("*.c")),
           *sorted(pathlib.Path("coverage").rglob("*.c")),
           *(pathlib.Path("scripts") / f"{it}.lua" for it in ("topics", "sets", "campaigns")),
           *sorted(pathlib.Path("scripts/targets").glob("*.lua"))]
COUNTS = pathlib.Path("kiosk/count/counts.def")
GROUPS = pathlib.Path("kiosk/count/groups.def")
COLUMNS = pathlib.Path("coverage/county/columns.def")
REASONS = pathlib.Path("kiosk/cpr/reasons.def")
FAULTS = pathlib.Path("kiosk/stick/faults.def")
TROUBLES = pathlib.Path("kiosk/base/trouble.def")
CARDS = pathlib.Path("kiosk/lesson/cards.def")
LKX = pathlib.Path("kiosk/lkx/faults.def")
SQL = pathlib.Path("coverage/sql/sql_faults.def")
COUNTY = pathlib.Path("coverage/county/faults.def")
SECTIONS = pathlib.Path("coverage/board/sections.def")
SITES = pathlib.Path("coverage/county/sites.def")
COMMANDS = pathlib.Path("coverage/commands.def")


def read(path):
    texts = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = re.match(r'\s+(?:(\w+)|\["([\w/-]+)"\]) = "(.*)",$', line)
        if row:
            key = row[1] or row[2]
            if key in texts:
                sys.exit(f"{path}:{number}: {key} stands there twice")
            texts[key] = row[3]
        elif line.startswith(" "):
            sys.exit(f"{path}:{number}: not `key = \"text\",`: {line}")
    return texts


languages = {path.stem: read(path) for path in sorted(TEXTS.glob("*.lua"))}
if len(languages) < 2:
    sys.exit(f"{TEXTS}: two languages were expected, found {sorted(languages)}")
faults = []
first, *others = sorted(languages)
for other in others:
    for key in languages[first].keys() ^ languages[other].keys():
        faults.append(f"{key}: only in one of {first}, {other}")
    for key in languages[first].keys() & languages[other].keys():
        places = [set(re.findall(r"\{\w+\}", languages[lang][key])) for lang in (first, other)]
        if places[0] != places[1]:
            faults.append(f"{key}: {first} fills {places[0]}, {other} fills {places[1]}")

for lang, texts in languages.items():
    for before, after in zip(list(texts), list(texts)[1:]):
        if before > after:
            faults.append(f"{lang}: {after} stands after {before}")
for key, text in languages["zh-CN"].items():
    for half in re.findall(r"[\u4e00-\u9fff][,.!?:;()]", text):
        faults.append(f"{key}: {half}: Chinese has full-width punctuation")

profiles = set()
for path in GUIDELINES:
    lua = path.read_text(encoding="utf-8")
    name = re.search(r'^  name = "(.*)",$', lua, re.M)[1]
    profiles |= {f"{name}/{it}" for it in re.findall(r"^    (\w+) = \{$", lua, re.M)}
for key in profiles - languages[first].keys():
    faults.append(f"{key}: a profile without words")

counted = re.findall(r"^COUNT\((\w+)", COUNTS.read_text(), re.M)
counts = {f"{it}_{key}" for key in counted for it in ("metric", "meaning")}
if "metric_touch" not in counts:
    faults.append(f"{COUNTS}: its rows cannot be read")
for key in counts - languages[first].keys():
    faults.append(f"{key}: a thing that is counted, without a word or what it means")

columns = {f"metric_{it}" for it in re.findall(r"^COLUMN\((\w+)", COLUMNS.read_text(), re.M)}
if "metric_heads" not in columns:
    faults.append(f"{COLUMNS}: its rows cannot be read")
for key in columns - languages[first].keys():
    faults.append(f"{key}: a sum of a kiosk's month, without a word")

groups = {f"group_{it}" for it in re.findall(r"^GROUP\((\w+)", GROUPS.read_text(), re.M)}
if "group_pupils" not in groups:
    faults.append(f"{GROUPS}: its rows cannot be read")
for key in groups - languages[first].keys():
    faults.append(f"{key}: a kind of group, without a word")

months = {f"courses_month_{it}" for it in range(1, 13)}
for key in months - languages[first].keys():
    faults.append(f"{key}: a month without a word")

kinds = {f"author_kind_{it}" for it in re.findall(r"^CARD\((\w+)", CARDS.read_text(), re.M)}
if "author_kind_show" not in kinds:
    faults.append(f"{CARDS}: its rows cannot be read")
for key in kinds - languages[first].keys():
    faults.append(f"{key}: a kind of card, without a word for authors")

does = {f"coverage_does_{it}" for it in re.findall(r"^COMMAND\((\w+)", COMMANDS.read_text(), re.M)}
if "coverage_does_simulate" not in does:
    faults.append(f"{COMMANDS}: its rows cannot be read")
for key in does - languages[first].keys():
    faults.append(f"{key}: a command of coverage, without words")

sites = {f"site_{it}" for it in re.findall(r"^SITE\((\w+)", SITES.read_text(), re.M)}
if "site_school" not in sites:
    faults.append(f"{SITES}: its rows cannot be read")
for key in sites - languages[first].keys():
    faults.append(f"{key}: a kind of site, without a word")

sections = {f"board_{it}" for it in re.findall(r"^SECTION\((\w+)", SECTIONS.read_text(), re.M)}
if "board_targets" not in sections:
    faults.append(f"{SECTIONS}: its rows cannot be read")
for key in sections - languages[first].keys():
    faults.append(f"{key}: a section of the county's page, without a heading")

names = re.findall(r"^REASON\(\w+, (\w+)\)", REASONS.read_text(), re.M)
reasons = {f"trust_{it}" for it in names} | {f"trust_cure_{it}" for it in names}
if "trust_rest_noise" not in reasons:
    faults.append(f"{REASONS}: its rows cannot be read")
for key in reasons - languages[first].keys():
    faults.append(f"{key}: a reason not to trust a sensor, without words")

sticks = {f"stick_fault_{it}" for it in re.findall(r"^FAULT\((\w+)\)", FAULTS.read_text(), re.M)}
sticks -= {"stick_fault_none"}
if "stick_fault_full" not in sticks:
    faults.append(f"{FAULTS}: its rows cannot be read")
for key in sticks - languages[first].keys():
    faults.append(f"{key}: a fault of a stick, without words")

ROW = r'^(?:TROUBLE|FAULT)\((\w+),((?:\s*"(?:[^"\\]|\\.)*")+)\)$'
troubles = {}
for path, prefix in ((TROUBLES, "trouble_"), (SQL, "sql_"), (LKX, "lkx_"), (COUNTY, "county_")):
    rows = {prefix + name: "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', words))
            for name, words in re.findall(ROW, path.read_text(), re.M)}
    if len(rows) != len(re.findall(r"^(?:TROUBLE|FAULT)\(", path.read_text(), re.M)):
        faults.append(f"{path}: its rows cannot be read")
    for key, sentence in rows.items():
        if languages["en"].get(key) != sentence:
            faults.append(f"{key}: en says not what {path} says: {sentence}")
    troubles |= rows

# Keys are written out in the sources, but for those that rows of a table stand for.
source = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
literals = set(re.findall(r'"([a-z0-9_]+)"', source))
for key in languages[first]:
    # KEY_one and KEY_all are the kiosk's choice (conf_fill).
    base = re.sub("_(one|all)$", "", key)
    key = base if base in languages[first] else key
    tables = profiles | counts | columns | months | groups | kinds | reasons | sticks | does
    tables |= sites | sections
    tables |= troubles.keys()
    if key not in literals | tables:
        faults.append(f"{key}: no screen names it")
CALL = r'(?:kiosk|conf)_(?:tr\([^,()]+|fill\([^,()]+, [^,]+, [^,]+), "([^"%]+)"'
for call in re.findall(CALL, source):
    if call not in languages[first]:
        faults.append(f"{call}: a screen names it, no language has it")
for fault in faults:
    print(f"scripts/text: {fault}", file=sys.stderr)
print(f"texts: {len(languages[first])} keys in {len(languages)} languages, {len(faults)} faults")
sys.exit(1 if faults else 0)
