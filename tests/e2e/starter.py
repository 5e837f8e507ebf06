#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""starter.py BIN OUT: lesson-check --new writes a lesson that lesson-check finds nothing wrong
with, whatever its name, in the author's language, and that plays in the kiosk. It writes over
nothing."""

import os
import pathlib
import random
import re
import shutil
import string
import subprocess
import sys

BIN, OUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SEED, NAMES, NAME_MAX = 11, 6, 31
LETTERS = string.ascii_lowercase + string.digits + "-"
# What a visitor touches, card after card; "" goes past one.
RIGHT = {
    "zh-CN": ["先看周围安不安全", "", "打开免提，边打边救", "假的", "胸口正中", "",
              ["看周围安不安全", "拍双肩，大声叫", "打120，开免提", "按胸口正中"], ""],
    "en": ["Look whether it is safe", "", "On speaker, while I help", "False",
           "Centre of the chest", "",
           ["Look whether it is safe", "Tap his shoulders and shout", "Call 120, on speaker",
            "Press the centre of the chest"], ""],
}
DONE = {"zh-CN": "学完了，谢谢你！", "en": "Well done, and thank you!"}
ENVIRONMENT = {**os.environ, "LIFE_KIOSK_LANGUAGES": "tests/languages.lua"}


def check(*arguments, code=0):
    done = subprocess.run([BIN / "lesson-check", *arguments], capture_output=True, text=True,
                          encoding="utf-8", env=ENVIRONMENT)
    assert done.returncode == code, f"{arguments}: {done.returncode}: {done.stdout}{done.stderr}"
    return done


def drawn_names():
    draw = random.Random(SEED)
    names = ["a", "x" * NAME_MAX]
    while len(names) < NAMES:
        names.append(draw.choice(string.ascii_lowercase) +
                     "".join(draw.choice(LETTERS) for _ in range(draw.randrange(NAME_MAX))))
    return names


def files_of(folder):
    return {path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


def story(lang, name):
    lines = ["wait 200", "tap #wake", "until screen home 2000", f"lesson {name} 2000", "wait 100"]
    for number, touches in enumerate(RIGHT[lang]):
        for touch in touches if isinstance(touches, list) else [touches] if touches else []:
            lines += [f'tap "{touch}"', "wait 100"]
        if isinstance(touches, list):
            lines += ["tap #next", "wait 100"]  # an order is told to be whole
        lines += [f"shot {number + 1}", "tap #next", "wait 100"]
    lines += [f'expect text "{DONE[lang]}"', "shot end", "tap #home", "until screen home 2000"]
    path = OUT / f"{lang}.story"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
names = drawn_names()
print(f"seed {SEED}: {' '.join(names)}")
for lang in RIGHT:
    folder = OUT / lang
    for name in names:
        done = check("--lang", lang, "--new", name, folder)
        told = {pathlib.Path(line) for line in done.stdout.splitlines()}
        assert told == {folder / name / path for path in files_of(folder / name)}, done.stdout
        assert str(folder / name) in done.stderr, done.stderr
    found = check("--lang", lang, folder)
    assert found.stdout == "", f"{lang}: {found.stdout}"
    for path, data in files_of(folder).items():
        words = data.decode()
        assert not re.search(r"\{\w+\}|new_|starter_", words), f"{path}: {words}"
        remarks = "".join(re.findall(r"-- (.*)", words))
        chinese = len(re.findall(r"[\u4e00-\u9fff]", remarks))
        assert (chinese > 30) == (lang == "zh-CN"), f"{path}: {remarks}"
    # Who and what there is stands in tables; the remarks name each.
    lua = (folder / "a/lesson.lua").read_text(encoding="utf-8")
    table = pathlib.Path("scripts/topics.lua").read_text(encoding="utf-8")
    for name in ["village", "elder", *re.findall(r'id = "([\w-]+)"', table)]:
        assert re.search(rf"-- .*{name}", lua), f"{lang}: no remark names {name}"
    # The same code in both, but for the remarks.
    code = [re.sub(r" *--.*\n", "\n", (OUT / it / "a/lesson.lua").read_text(encoding="utf-8"))
            for it in (lang, "zh-CN")]
    assert code[0] == code[1]

# What is there stays, in the folder named and among the shipped lessons.
before = files_of(OUT / "en")
for name in names[:2]:
    assert str(OUT / "en" / name) in check("--new", name, OUT / "en", code=1).stderr
assert "solferino" in check("--new", "solferino", OUT / "en", code=1).stderr
for lang, word in (("zh-CN", "外面的那个文件夹"), ("en", "the folder around it")):
    assert word in check("--lang", lang, "--new", "inner", OUT / "en/a", code=1).stderr
assert files_of(OUT / "en") == before

# No name of a folder, or none that its table may hold.
for name in ("", "..", ".", "a/b", "/tmp", "Nose", "nose bleed", "鼻出血", "-nose", "9lives", "a_b",
             "a.lua", "x" * (NAME_MAX + 1)):
    for lang, word in (("zh-CN", "名字"), ("en", "name of a lesson")):
        assert word in check("--lang", lang, "--new", name, OUT / "no", code=1).stderr, name
assert not (OUT / "no").exists()
# A place that cannot be written: a file stands there.
(OUT / "file").write_text("")
said = check("--lang", "en", "--new", "nose", OUT / "file", code=1).stderr
assert "cannot be written" in said and str(OUT / "file") in said, said
for arguments in (["--new"], ["--new", "a", "--voice"], ["--new", "a", "b", "c"]):
    check(*arguments, code=2)

for lang in RIGHT:
    done = subprocess.run(
        ["tests/e2e/run_story.sh", BIN, OUT / f"shots-{lang}", story(lang, "a"), "--lang", lang,
         "--manikin", "/dev/no-such-port"], capture_output=True, text=True,
        env={**ENVIRONMENT, "LIFE_KIOSK_LESSONS": str(OUT / lang)})
    assert done.returncode == 0, done.stderr
print(f"{len(names) * 2} lessons written and checked, one played in each language")
