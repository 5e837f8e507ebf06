#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sheet.py BIN OUT: the trainer's sheet, as lines and as PDF. What it has to hold is counted here
independently: the `unsigned` of each lesson, and each number of scripts/guidelines beside which a
mark stands. Every row's words are found in the PDF, whole on one page, in Chinese and in English.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

BIN, OUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
MARK = re.compile(r"\[(ours|weak|summary)\]")
UNSIGNED_MOST = 32  # of a lesson
ENV = dict(os.environ, LSAN_OPTIONS="suppressions=tests/support/paper.supp:print_suppressions=0")
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def run(*args):
    return subprocess.run(args, capture_output=True, text=True, encoding="utf-8", env=ENV,
                          check=False)


def squeeze(text):
    return re.sub(r"\s+", "", text)


def texts(lesson, lang):
    lua = (lesson / "text" / f"{lang}.lua").read_text(encoding="utf-8")
    return {key: text.replace('\\"', '"') for key, text in
            re.findall(r'^\s*(\w+) = "((?:[^"\\]|\\.)*)"', lua, re.M)}


def facts(folder):
    """(lesson, key) of every sentence that awaits a sign-off."""
    found = []
    for lesson in sorted(folder.iterdir()):
        source = re.sub(r"--.*", "", (lesson / "lesson.lua").read_text(encoding="utf-8"))
        listed = re.search(r"\bunsigned = \{(.*?)\}", source, re.S)
        found += [(lesson, key) for key in re.findall(r'"(\w+)"', listed[1] if listed else "")]
    return found


def numbers():
    """(file, line of the number) of every number with a mark beside or before it."""
    found = []
    for file in sorted(pathlib.Path("scripts/guidelines").glob("*.lua")):
        body, before, last = False, False, None
        for n, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            code, _, comment = line.partition("--")
            marked = bool(MARK.search(comment))
            if not body:
                body = line.startswith("return")
            elif code.strip():
                last = (file.name, n) if not code.rstrip().endswith(("{", "}", "},")) or "," in \
                    code.strip()[:-1] else None
                if marked or before:
                    found.append((file.name, n))
                before = False
            elif comment and last and len(code) > 12:
                if marked and found[-1] != last:
                    found.append(last)
            elif comment:
                before = before or marked
    return found


def many(folder):
    """Lessons of which nearly every sentence is to be signed: many pages."""
    shutil.rmtree(folder, ignore_errors=True)
    lesson = pathlib.Path("tests/lessons/adult-cpr")
    keys = [key for key, text in texts(lesson, "zh-CN").items()
            if key not in ("title", "summary") and "{" not in text][:UNSIGNED_MOST]
    for i in range(4):
        to = folder / f"{lesson.name}-{i}"
        shutil.copytree(lesson, to)
        source = (to / "lesson.lua").read_text(encoding="utf-8")
        source = source.replace(f'id = "{lesson.name}"', f'id = "{lesson.name}-{i}"')
        listed = ", ".join(f'"{key}"' for key in keys)
        source = re.sub(r"\bunsigned = \{.*?\}", f"unsigned = {{ {listed} }}", source, flags=re.S)
        (to / "lesson.lua").write_text(source, encoding="utf-8")
    return folder


def pages_of(pdf):
    raw = run("pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-").stdout
    return [squeeze(page) for page in raw.split("\f")][:-1]


def check_pdf(pdf, folder, lang, rows):
    pages = pages_of(pdf)
    fonts = run("pdffonts", str(pdf)).stdout.split("\n")[2:]
    expect(fonts and all(re.search(r" yes yes yes ", font) for font in fonts if font),
           f"{pdf}: fonts are not embedded as text: {fonts}")
    for lesson, key in facts(folder):
        text = squeeze(texts(lesson, lang)[key])
        expect(any(text in page for page in pages), f"{pdf}: {lesson.name}: {key} is not whole")
    for n, page in enumerate(pages, 1):
        foot = f"第{n}页，共{len(pages)}页" if lang == "zh-CN" else f"Page{n}of{len(pages)}"
        expect(foot in page, f"{pdf}: page {n} does not say so")
        sign = "本页审核人签名" if lang == "zh-CN" else "Signatureforthispage"
        expect(sign in page, f"{pdf}: page {n} is not to be signed")
    for file, line in numbers():
        expect(any(f"guidelines/{file}:{line}" in page for page in pages),
               f"{pdf}: {file}:{line} is not there")
    expect(str(rows) in pages[-1], f"{pdf}: the last page has no row {rows}")


def check(folder, name, lang):
    pdf = OUT / f"{name}-{lang}.pdf"
    got = run(BIN / "lesson-check", "--lang", lang, "--unsigned", "-o", str(pdf), str(folder))
    expect(got.returncode == 0, f"{name}: exit {got.returncode}: {got.stderr}")
    (OUT / f"{name}-{lang}.txt").write_text(got.stdout, encoding="utf-8")
    listed = re.findall(r"^(\S+):(\d+): unsigned: (\S+): (.+)$", got.stdout, re.M)
    wanted_facts, wanted_numbers = facts(folder), numbers()
    expect(wanted_facts and len(wanted_numbers) > 50,
           f"{len(wanted_facts)} facts and {len(wanted_numbers)} numbers are too few to show it")
    first = [(pathlib.Path(file).parts[-3], key) for file, _, key, _ in listed
             if "/text/" in file]
    expect(first == [(lesson.name, key) for lesson, key in wanted_facts],
           f"{name}: the sentences are not those of the lessons: {len(first)} of "
           f"{len(wanted_facts)}")
    rest = [(pathlib.Path(file).name, int(line)) for file, line, _, _ in listed
            if "/guidelines/" in file]
    expect(rest == wanted_numbers, f"{name}: the numbers are not those of the guidelines: "
           f"{sorted(set(rest) ^ set(wanted_numbers))}")
    card = r"^    第 \d+ 张卡片（lesson.lua 第 \d+ 行）：\S" if lang == "zh-CN" else \
        r"^    Card \d+ \(lesson.lua line \d+\): \w"
    expect(len(re.findall(card, got.stdout, re.M)) == len(wanted_facts),
           f"{name}: not every sentence has its card")
    for lesson, key in wanted_facts:
        for other in ("zh-CN", "en"):
            expect(texts(lesson, other)[key] in got.stdout, f"{name}: {key} lacks its {other}")
    check_pdf(pdf, folder, lang, len(listed))


def check_refusals():
    got = run(BIN / "lesson-check", "--unsigned", "-o", "/nowhere/sheet.pdf", "tests/lessons")
    expect(got.returncode == 1 and "/nowhere/sheet.pdf" in got.stderr, f"no folder: {got.stderr}")
    got = run(BIN / "lesson-check", "--unsigned", "-o")
    expect(got.returncode == 2, f"no file: exit {got.returncode}")
    got = run(BIN / "lesson-check", "--unsigned", "tests/lessons/adult-cpr")
    expect(got.returncode == 0 and "/guidelines/" not in got.stdout, "one lesson has no numbers")


def check_empty():
    """A sentence that is empty in one language stands on no card of that one."""
    lesson = OUT / "empty" / "adult-cpr"
    shutil.rmtree(lesson.parent, ignore_errors=True)
    shutil.copytree("tests/lessons/adult-cpr", lesson)
    _, key = facts(lesson.parent)[0]
    file = lesson / "text" / "en.lua"
    file.write_text(re.sub(rf'(\b{key}) = "(?:[^"\\]|\\.)*"', r'\1 = ""',
                           file.read_text(encoding="utf-8")), encoding="utf-8")
    got = run(BIN / "lesson-check", "--lang", "en", "--unsigned", str(lesson))
    row = got.stdout.partition(f"unsigned: {key}: ")[2].partition(": unsigned: ")[0]
    expect(row, f"empty: exit {got.returncode}: {got.stdout[:400]}{got.stderr}")
    expect("was not found" in row and "Card " not in row, f"empty: {key} is said to be on a card: {row}")


def check_long_line():
    """A mark far out in its line counts as any other."""
    scripts = OUT / "scripts"
    shutil.rmtree(scripts, ignore_errors=True)
    shutil.copytree("scripts", scripts)
    file = scripts / "guidelines" / "erc-2025.lua"
    before = file.read_text(encoding="utf-8")
    far = re.sub(r"(depth_zero_mm = \{ 30, 75 \},\s+-- )\[ours\]",
                 lambda found: found[1] + "far " * 300 + "[ours]", before, count=1)
    expect(far != before, "there is no line to lengthen")
    file.write_text(far, encoding="utf-8")
    line = far[:far.index("far far")].count("\n") + 1
    got = run("env", f"LIFE_KIOSK_SCRIPTS={scripts}", BIN / "lesson-check", "--unsigned",
              "tests/lessons")
    expect(f"erc-2025.lua:{line}: unsigned:" in got.stdout,
           f"the number in line {line} has its mark too far out: {got.stderr}")


OUT.mkdir(parents=True, exist_ok=True)
check(pathlib.Path("tests/lessons"), "few", "zh-CN")
check(pathlib.Path("tests/lessons"), "few", "en")
check(many(OUT / "lessons"), "many", "zh-CN")
check_refusals()
check_empty()
check_long_line()
for fault in faults:
    print(fault)
print(f"{len(faults)} faults")
sys.exit(bool(faults))
