#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What lesson-check says has a sentence in every language: each row of findings.def, each kind
of error that the kiosk's own code raises, each message of Lua's, each remark in a starter. Every language has the same
keys with the same {names}, and none is left unused."""

import pathlib
import re
import sys

TEXTS = pathlib.Path("scripts/check")
TOOL = pathlib.Path("tools/lesson-check")
LUA_WORDS = pathlib.Path("kiosk/lesson/lua_words.c")
SYSTEM = pathlib.Path("kiosk/base/system.def")
STARTER = pathlib.Path("scripts/starter")
KIOSK = [*pathlib.Path("kiosk").rglob("*.c"), pathlib.Path("coverage/figures/targets.c")]


def read(path):
    texts = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = re.match(r'    (\w+) = "(.*)",$', line)
        if row:
            if row[1] in texts:
                sys.exit(f"{path}:{number}: {row[1]} stands there twice")
            texts[row[1]] = row[2]
        elif line.startswith(" "):
            sys.exit(f"{path}:{number}: not `key = \"text\",`: {line}")
    return texts


def names(text):
    return set(re.findall(r"\{\w+\}", text))


faults = []
languages = {path.stem: read(path) for path in sorted(TEXTS.glob("*.lua"))}
if "zh-CN" not in languages or "en" not in languages:
    sys.exit(f"{TEXTS}: zh-CN and en were expected, found {sorted(languages)}")
first = languages["en"]
for lang, texts in languages.items():
    for key in first.keys() ^ texts.keys():
        faults.append(f"{key}: only in one of en, {lang}")
    for key in first.keys() & texts.keys():
        if names(first[key]) != names(texts[key]):
            faults.append(f"{key}: en fills {names(first[key])}, {lang} {names(texts[key])}")
    for before, after in zip(list(texts), list(texts)[1:]):
        if before > after:
            faults.append(f"{lang}: {after} stands after {before}")
    for key, text in texts.items():
        # conf_fill() fills nothing in behind a brace that opens no name.
        if re.search(r"\{(?!\w+\}).*\{\w+\}", text):
            faults.append(f"{lang}: {key}: a brace before a name: {text}")
for key, text in languages["zh-CN"].items():
    for half in re.findall(r"[\u4e00-\u9fff][,.!?:;()]", text):
        faults.append(f"{key}: {half}: Chinese has full-width punctuation")

findings = re.findall(r"^FINDING\((\w+), (?:ERROR|WARNING|FORM)\)", (TOOL / "findings.def").read_text(),
                      re.M)
source = "".join(path.read_text(encoding="utf-8") for path in KIOSK)
raised = re.findall(r'(?:err_set_as|lesson_fail)\([^"]*"(\w+)"', source)
raised += re.findall(r'luax_fail\(\s*[^,]+,\s*[^,]+,\s*"(\w+)"', source)
raised += re.findall(r'\.kind = "(\w+)"', source)
raised += re.findall(r'\? "(\w+)" : "(\w+)",\s*"%s: cannot be opened', source)[0]
kinds_of_store = re.findall(r'(?:return|case \w+:|[?:]) "(counts_\w+)"', source)
raised += kinds_of_store
system = [f"system_{word}" for word in re.findall(r"^(?:SYSTEM|SAID)\(.*, (\w+)\)$", SYSTEM.read_text(), re.M)]
of_lua = re.findall(r'^    \{"(\w+)", "', LUA_WORDS.read_text(), re.M)
for what, kinds, least in (("findings.def", findings, 20), ("kiosk/", raised, 40),
                           ("the store", kinds_of_store, 7), ("system.def", system, 20),
                           ("lua_words.c", of_lua, 30)):
    if len(set(kinds)) < least:
        faults.append(f"{what}: only {len(set(kinds))} kinds were read")
    for key in set(kinds) - first.keys():
        faults.append(f"{key}: a kind of {what} without a sentence")

tool = "".join(path.read_text(encoding="utf-8") for path in
               [*TOOL.glob("*.c"), *pathlib.Path("kiosk/lesson").glob("*.c"),
                *pathlib.Path("kiosk/author").glob("*.c")])
remarks = set(re.findall(r"\{(new_\w+)\}", "".join(
    path.read_text(encoding="utf-8") for path in STARTER.rglob("*.lua"))))
for key in remarks - first.keys():
    faults.append(f"{key}: a remark of {STARTER} without a sentence")
named = set(re.findall(r'"(\w+)"', tool)) | set(system) | {"system_other"} | remarks | set(findings) | set(raised) | set(of_lua)
fields = set(re.findall(r'\.key = "(\w+)"', source)) | set(
    re.findall(r"FIELD(?:_OPTIONAL)?\((?:(?:conf|cpr)_\w+, )?(\w+),", source)) | set(
    re.findall(r'FIELD\((?:\w+, )?"(\w+)",', source))


def is_wanted(key):
    """want_from, or want_hours_from for the field of a table; table_rate_cpm."""
    name = key.split("_", 1)[1]
    return any(name == field or name.endswith(f"_{field}") and
               name[:-len(field) - 1] in fields for field in fields)


for key in first.keys() - named:
    if key.startswith(("table_", "want_")) and not is_wanted(key):
        faults.append(f"{key}: no data file has such a field")
    elif not key.startswith(("table_", "type_", "want_")):
        faults.append(f"{key}: nothing says it")

# What a data file may name is told in words; the drawn mistakes of the settings miss no key.
conf = {path.name: path.read_text(encoding="utf-8") for path in pathlib.Path("kiosk/conf").glob("*.c")}
of_conf = {name: set(re.findall(r'\.key = "(\w+)"', text)) |
           set(re.findall(r"FIELD(?:_IF|_OPTIONAL)?\((?:(?:conf|cpr)_\w+, )?([a-z]\w+),\s", text)) - {"false", "may_lack", "member", "true", "type"}
           for name, text in conf.items()}
for field in set.union(*of_conf.values()):
    if not any(key.startswith("want_") and re.search(rf"_{field}$", key) for key in first):
        faults.append(f"want_{field}: what a data file wants there is told in no words")
drawn = pathlib.Path("tests/unit/test_conf_told.c").read_text(encoding="utf-8")
for field in of_conf["settings.c"]:
    if not re.search(rf"[ {{]{field} = ", drawn):
        faults.append(f"{field}: a setting in which tests/unit/test_conf_told.c draws no mistake")

for fault in sorted(set(faults)):
    print(fault)
print(f"{len(first)} sentences in {len(languages)} languages, {len(set(faults))} faults")
sys.exit(bool(faults))
