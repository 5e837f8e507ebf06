#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Both staff's manuals tell what the kiosk is: their table of counts has the rows of counts.def
in the words of the screen, that of what is left out each reason of counter.h, that of notices
each one staff may read. What stands in bold stands on a screen, files that are linked are there,
and the two have the same chapters. So have the two READMEs their links."""

import pathlib
import re
import sys

MANUALS = {"en": pathlib.Path("packaging/STAFF.md"), "zh-CN": pathlib.Path("packaging/STAFF.zh-CN.md")}
READMES = [pathlib.Path("README.md"), pathlib.Path("README.zh-CN.md")]
COUNTS = pathlib.Path("kiosk/count/counts.def").read_text()
COUNTER = pathlib.Path("kiosk/count/counter.h").read_text()
ROW = pathlib.Path("kiosk/count/row.h").read_text()
NOTICES = ("desk_", "stick_fault_")
faults = []


def words_of(lang):
    text = pathlib.Path(f"scripts/text/{lang}.lua").read_text(encoding="utf-8")
    rows = re.findall(r'^    (\w+) = "(.*)",$', text, re.M)
    return {key: words.replace("\\n", "\n").replace('\\"', '"') for key, words in rows}


def region(path, text, name):
    found = re.search(rf"^<!-- {name} -->\n(.*?)^<!-- /{name} -->$", text, re.M | re.S)
    if not found:
        sys.exit(f"{path}: there is no table between <!-- {name} --> and <!-- /{name} -->")
    return found[1]


def table(path, text, name):
    lines = region(path, text, name).strip().splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def check_counts(path, text, words):
    keys = re.findall(r"^COUNT\((\w+)", COUNTS, re.M)
    wanted = [[words[f"metric_{key}"], f"`{key}`", words[f"meaning_{key}"]] for key in keys]
    rows = table(path, text, "counts")
    for row in wanted:
        if row not in rows:
            faults.append(f"{path}: this row is missing: | {' | '.join(row)} |")
    for row in rows:
        if row not in wanted:
            faults.append(f"{path}: nothing is counted like this: | {' | '.join(row)} |")
    if not faults and rows != wanted:
        faults.append(f"{path}: its counts stand in another order than in counts.def")


def check_excluded(path, text, words):
    reasons = re.findall(r"^ \*     excluded:(\w+)", COUNTER, re.M)
    if "demo" not in reasons:
        sys.exit("kiosk/count/counter.h: its reasons cannot be read")
    wanted = [[f"`{it}`", words[f"report_reason_{it}"]] for it in reasons]
    rows = [row[:2] for row in table(path, text, "excluded")]
    if rows != wanted:
        faults.append(f"{path}: of what is left out it has {rows}, the kiosk {wanted}")
    version = re.search(r"COUNT_DEFINITION = (\d+)", ROW)[1]
    if f"`definition` = `{version}`" not in text:
        faults.append(f"{path}: it does not tell that `definition` = `{version}`")


def check_words(path, text, words):
    """Screens' words are bold; each notice has one of its own."""
    shown = list(words.values())
    for bold in re.findall(r"\*\*(.+?)\*\*", text, re.S):
        if not any(" ".join(bold.split()) in it for it in shown):
            faults.append(f"{path}: **{bold}** stands on no screen")
    rows = re.findall(r"\*\*(.+?)\*\*", region(path, text, "notices"))
    for key, sentence in words.items():
        if key.startswith(NOTICES) and not any(bold in sentence for bold in rows):
            faults.append(f"{path}: nothing is said of {key}: {sentence}")


def check_links(path, text):
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", prose):
        if ":" not in link and not (path.parent / link).exists():
            faults.append(f"{path}: links to {link}, which is not there")


def chapters(text):
    return [len(it) for it in re.findall(r"^(#+) ", text, re.M)]


texts = {lang: path.read_text(encoding="utf-8") for lang, path in MANUALS.items()}
for lang, path in MANUALS.items():
    words = words_of(lang)
    check_counts(path, texts[lang], words)
    check_excluded(path, texts[lang], words)
    check_words(path, texts[lang], words)
    check_links(path, texts[lang])
if chapters(texts["en"]) != chapters(texts["zh-CN"]):
    faults.append("the two manuals have other chapters")
for readme, (lang, manual) in zip(READMES, MANUALS.items()):
    text = readme.read_text(encoding="utf-8")
    check_links(readme, text)
    for wanted in (f"({manual})", f"({READMES[1 - READMES.index(readme)]})"):
        if wanted not in text:
            faults.append(f"{readme}: there is no link {wanted}")

for fault in faults:
    print(fault)
print("not ok" if faults else "ok", "- the staff's manuals tell what the kiosk is")
sys.exit(bool(faults))
