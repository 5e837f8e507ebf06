#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_broken_files.py LESSON-CHECK: what is told of topics.lua, languages.lua, words.lua and
guidelines that cannot be read, and of such rows of sets.lua and campaigns.lua: the file, its
line, the cause and the cure, in Chinese and in English. With --print it shows what is told.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOPICS, LANGUAGES, WORDS = "topics.lua", "languages.lua", "words.lua"
SETS, CAMPAIGNS = "sets.lua", "campaigns.lua"
GUIDELINE = "guidelines/aha-2025.lua"
# what went wrong, file, what stands there, what somebody typed, a line below it, kind
BREAKS = [
    ("a comma forgotten", TOPICS, 'icon = "plus", colour', 'icon = "plus" colour', 0, "no_comma"),
    ("Chinese quotes", TOPICS, '"first-aid", title', "“first-aid”, title", 0, "twin_quote"),
    ("a brace forgotten", LANGUAGES, 'engine = "en-gb" },\n}', 'engine = "en-gb" },\n', None,
     "open_brace"),
    ("a field misspelt", TOPICS, 'icon = "heart"', 'icno = "heart"', 0, "field_unknown"),
    ("a field forgotten", TOPICS, ', colour = "coral"', "", -1, "field_text"),
    ("a number for a text", TOPICS, 'icon = "heart"', "icon = 5", 0, "field_text"),
    ("two of one id", TOPICS, 'id = "history"', 'id = "first-aid"', 0, "row_twice"),
    ("an id of another tile", TOPICS, 'id = "history"', 'id = "aeds"', 0, "row_taken"),
    ("an id of a button", TOPICS, 'id = "call"', 'id = "practice"', 0, "row_taken"),
    ("an id with a blank", TOPICS, 'id = "history"', 'id = "red cross"', 0, "row_letters"),
    ("a text for a row", TOPICS, "return {", 'return { "first-aid",', None, "row_what"),
    ("a code twice", LANGUAGES, 'code = "en"', 'code = "zh-CN"', 0, "row_twice"),
    ("a voice of another language", LANGUAGES, 'code = "zh-CN@jiashan"', 'code = "en@jiashan"',
     0, "voice_letters"),
    ("no row at all", LANGUAGES, None, "return {}\n", None, "rows_none"),
    ("a blank in a word", WORDS, None, 'return { "胸 外" }\n', None, "word_blank"),
    ("a number too large", GUIDELINE, "depth_mm = { 50, 60 }", "depth_mm = { 50, 600 }", 0,
     "field_range"),
    ("a range upside down", GUIDELINE, "rate_cpm = { 100, 120 }", "rate_cpm = { 120, 100 }", 0,
     "field_range"),
    ("a text for a number", GUIDELINE, "pass_score = ", 'pass_score = "many", --', 0,
     "field_number"),
    ("a number of another profile", GUIDELINE, "depth_mm = { 45, 60 }", "depth_mm = 45", 0,
     "field_range"),
    ("a profile that is a number", GUIDELINE, "profiles = {", "profiles = { adult2 = 5,", 0,
     "profile_what"),
    ("no profile", GUIDELINE, None,
     'return { name = "aha-2025", title = "A", source = "S", year = 2025, profiles = {} }\n', None,
     "profiles_none"),
    ("a day that is none", CAMPAIGNS, 'to = "05-08"', 'to = "05-32"', 0, "campaign_date"),
    ("a campaign without an end", CAMPAIGNS, ', to = "05-08"', "", 0, "campaign_when"),
    ("a set's title that is no text", SETS, '"set_school"', '"set_scool"', 0, "offer_words"),
    ("a year that is none", GUIDELINE, "year = 2025", 'year = "2025"', 0, "field_number"),
]


def sentences(lang):
    lua = pathlib.Path(f"scripts/check/{lang}.lua").read_text(encoding="utf-8")
    return {key: text.replace('\\"', '"') for key, text in
            re.findall(r'^    (\w+) = "(.*)",$', lua, re.M)}


def check(program, scripts, row, lang):
    what, name, wanted, typed, below, kind = row
    path = scripts / name
    source = pathlib.Path("scripts", name).read_text(encoding="utf-8")
    if wanted is not None and wanted not in source:
        return f"{wanted!r} does not stand in {name}"
    line = None if below is None else source[:source.index(wanted)].count("\n") + 1 + below
    path.write_text(typed if wanted is None else source.replace(wanted, typed, 1),
                    encoding="utf-8")
    done = subprocess.run([program, "--lang", lang, "tests/lua/check/no-cards"], text=True, capture_output=True,
                          encoding="utf-8",
                          env={**os.environ, "LIFE_KIOSK_SCRIPTS": str(scripts)})
    path.write_text(source, encoding="utf-8")
    if "--print" in sys.argv:
        print(f"{what}\n   {done.stdout}   {done.stderr.strip()}")
    found = re.match(rf"{re.escape(str(path))}:(\d+): error: (.*)\n", done.stdout)
    if done.returncode != 1 or not found:
        return f"exit {done.returncode}: {done.stdout}{done.stderr}"
    parts = [re.escape(part) for part in re.split(r"\{\w+\}", sentences(lang)[kind])]
    if not re.search(".*".join(parts), found[2]):
        return f"not {kind}: {found[0]}"
    if line and int(found[1]) != line:
        return f"line {found[1]} instead of {line}: {found[2]}"
    if lang == "zh-CN" and not re.search("[\u4e00-\u9fff]", found[2]):
        return f"not Chinese: {found[2]}"
    return ""


program = sys.argv[1]
faults = 0
with tempfile.TemporaryDirectory(prefix="broken-") as name:
    scripts = pathlib.Path(name, "scripts")
    shutil.copytree("scripts", scripts)
    for row in BREAKS:
        for lang in ("en", "zh-CN"):
            fault = check(program, scripts, row, lang)
            if fault:
                print(f"{lang}: {row[0]}: {fault}")
                faults += 1
print(f"{len(BREAKS)} broken files, {faults} not told as expected")
sys.exit(bool(faults))
