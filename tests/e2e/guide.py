#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""guide.py BIN OUT: who follows scripts/README.md, or its Chinese twin, comes to a lesson that
lesson-check finds nothing wrong with. Both hold the same steps, the same code and the same
table of all functions, and every name, option and file they tell is there."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

BIN, OUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
GUIDES = {"en": pathlib.Path("scripts/README.md"), "zh-CN": pathlib.Path("scripts/README.zh-CN.md")}
ENVIRONMENT = {**os.environ, "LIFE_KIOSK_LANGUAGES": "tests/languages.lua",
               "ASAN_OPTIONS": "verify_asan_link_order=0"}
NAME = "nosebleed"
faults = []


def run(lang, *arguments):
    return subprocess.run([BIN / "lesson-check", "--lang", lang, *arguments], env=ENVIRONMENT,
                          capture_output=True, text=True, encoding="utf-8")


def blocks(text):
    """Language and text of everything between fences."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S)


def replace(path, pattern, words):
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, lambda _: words, text, count=1, flags=re.M | re.S)
    assert count == 1, f"{path}: there is no {pattern}"
    path.write_text(changed, encoding="utf-8")


def follow(steps, lang, lesson):
    """Steps 1 to 5, as they stand there."""
    done = run(lang, "--new", NAME, lesson.parent)
    assert done.returncode == 0, done.stderr
    texts = [lesson / "text/zh-CN.lua", lesson / "text/en.lua"]
    titles, card, words, unsigned = steps[:2], steps[2], steps[3:5], steps[5]
    for path, title, paragraph in zip(texts, titles, words):
        replace(path, r'^  title = .*?\n  summary = .*?\n', title)
        replace(path, r'^  what_first = .*?\n\n', paragraph + "\n")
    replace(lesson / "lesson.lua", r"^    card\.ask \{\n.*?^    \}\n", card)
    replace(lesson / "lesson.lua", r"^  unsigned = \{\n.*?^  \},\n", unsigned)


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
texts = {lang: path.read_text(encoding="utf-8") for lang, path in GUIDES.items()}
code = {lang: [words for kind, words in blocks(text.split("\n# ", 1)[0]) if kind == "lua"]
        for lang, text in texts.items()}
assert len(code["en"]) == 6, [it[:40] for it in code["en"]]
if code["en"] != code["zh-CN"]:
    faults.append("the two guides have other code in their steps")
for lang in GUIDES:
    lesson = OUT / lang / NAME
    follow(code[lang], lang, lesson)
    done = run(lang, lesson)
    if done.stdout or done.returncode != 0:
        faults.append(f"{lang}: after all steps: {done.stdout}{done.stderr}")
    # One misspelt name is told as step 5 shows it, at that line.
    shown = next(words for _, words in blocks(texts[lang]) if "lean_bak" in words)
    replace(lesson / "lesson.lua", '"lean_back"', '"lean_bak"')
    told = run(lang, lesson).stdout.replace(str(lesson), f"scripts/lessons/{NAME}")
    if shown not in told:
        faults.append(f"{lang}: shown {shown!r}, told {told!r}")

# The same chapters, commands and rows; each function that lessons may call has a row.
plain = {lang: re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S) for lang, text in texts.items()}
commands = {lang: sorted(re.split("--signer|#", line)[0].strip() for kind, words in blocks(text)
                         if not kind for line in words.splitlines() if line.startswith(("lesson-", "life-")))
            for lang, text in texts.items()}
steps = {lang: len(re.findall("^## ", text.split("\n# ", 1)[0], re.M)) for lang, text in plain.items()}
for lang, text in texts.items():
    rows = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    api = pathlib.Path("scripts/api.lua").read_text(encoding="utf-8")
    functions = re.findall(r"^function (\w+\.\w+)\(", api, re.M)
    assert len(functions) > 10, functions
    for name in functions:
        if not re.search(rf"`[^`]*{re.escape(name)}\b", rows):
            faults.append(f"{lang}: {name} has no row in the table")
    for option in set(re.findall(r"lesson-check[^`\n]*?(--[a-z-]+)", text)):
        main = pathlib.Path("tools/lesson-check/main.c").read_text(encoding="utf-8")
        if f'"{option}"' not in main:
            faults.append(f"{lang}: lesson-check has no {option}")
    for option in set(re.findall(r"life-kiosk[^`\n]*?--([a-z-]+)", text)):
        options = pathlib.Path("kiosk/options.c").read_text(encoding="utf-8")
        if f'"{option}"' not in options:
            faults.append(f"{lang}: life-kiosk has no --{option}")
    for scene in set(re.findall(r'scene = "([\w-]+)"|shows = "([\w-]+)"', text)):
        if f'"{"".join(scene)}"' not in api:
            faults.append(f"{lang}: there is no picture {scene}")
    for path in re.findall(r"`((?:scripts|tests|kiosk)/[\w./-]+)`", text):
        # scripts/local is the hall's own and not shipped
        own = path.startswith("scripts/local")
        if not pathlib.Path(path).exists() and NAME not in path and not own:
            faults.append(f"{lang}: {path} is not there")
if steps["en"] != steps["zh-CN"] or steps["en"] < 6:
    faults.append(f"the guides have other steps: {steps}")
if commands["en"] != commands["zh-CN"]:
    faults.append(f"the guides have other commands: {commands}")
for half in re.findall(r"[\u4e00-\u9fff][,.!?:;]", plain["zh-CN"]):
    faults.append(f"{half}: Chinese has full-width punctuation")
for fault in faults:
    print(fault)
print(f"{len(code['en'])} blocks of code followed in {len(GUIDES)} languages, {len(faults)} faults")
sys.exit(bool(faults))
