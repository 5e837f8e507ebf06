#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""learners.py BIN OUT: what five learners see of their practice in both languages, and hear in one.

A child at 20 mm, one at 12 that nobody has said to be one, somebody perfect, somebody who
stops after seven, somebody too fast: pressed by a story through the whole chain, said to be who
they are or not at all. Their pictures and what was spoken stay in OUT to be looked at. (A whole
visit is heard in both languages by visit.py.) A run has three of the five, the next run others;
TEST_ALL=1 has all.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from share import share

BIN, OUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])

# Who, what is tapped before the first push, the pushes, and how it ends.
LEARNERS = {
    "child-20": ("tap #child", "push 20 36 108", "wait 9000\ntap #see-result"),
    "child-12": ("", "push 12 1 108\nwait 500\nshot light\nexpect text \"{harder}\"\n"
                 "wait 1500\npush 12 36 108", "wait 9000\ntap #see-result"),
    "perfect": ("", "push 55 36 110", "wait 9000\ntap #see-result"),
    "stops-after-7": ("", "push 54 7 110", "wait 9000\ntap #see-result"),
    "too-fast": ("tap #adult", "push 55 40 140", "wait 9000\ntap #see-result"),
}

# What is seen, what is heard, and what is neither.
SEEN = {
    "zh-CN": {
        "child-20": ["节奏真稳！", "按到 2", "离 5 厘米还有一段路", "换小伙伴来按", "每一下都完全松开"],
        "child-12": ["节奏真稳！", "按到 1.", "离 5 厘米还有一段路", "两个小朋友可以轮流按。"],
        "perfect": ["通过了！", "又深又稳，弹得也好。", "按得最好的 3 下", "的初学者按得更好"],
        "stops-after-7": ["开头很好，再按久一点！", "按了 7 次"],
        "too-fast": ["下次只改一件事", "太快", "还可以更好的 3 下"],
    },
    "en": {
        "child-20": ["Steady rhythm!", "and a way to go to 5 cm.", "A friend's turn",
                     "every push let right up"],
        "child-12": ["Steady rhythm!", "and a way to go to 5 cm.", "Two children can take turns."],
        "perfect": ["Passed!", "Deep, steady", "Your best 3", "of beginners"],
        "stops-after-7": ["A good start. Now keep going!", "7 pushes"],
        "too-fast": ["Next time, one thing:", "too fast", "3 that can be better"],
    },
}
HEARD = {
    "zh-CN": {
        "child-12": ["再用力一点", "节奏真稳", "离五厘米还有一段路"],
        "perfect": ["很好，继续", "通过了", "又深又稳"],
        "too-fast": ["慢一点", "慢一点，一秒钟不到两下"],
    },
    "en": {
        "child-20": ["Steady rhythm", "a way to go to five centimetres"],
        "stops-after-7": ["Go on", "A good start"],
    },
}
HARDER = {"zh-CN": "再用力一点", "en": "Press harder"}
NEVER = ["0 分", "0 次/分", "0%", "0 %", " 0 points"]
SCORES = {"child-20": (90, 100), "child-12": (90, 100), "perfect": (90, 100),
          "stops-after-7": (90, 100), "too-fast": (20, 60)}


def story(lang, who):
    before, pushes, end = LEARNERS[who]
    pushes = pushes.replace("{harder}", HARDER[lang])
    lines = ["wait 200", "tap #wake", "until screen home 2000", "wait 200", "tap #practice",
             "until screen practice 2000", "wait 300"]
    lines += [line for line in ("tap #stage-helped", before) if line]
    lines += ["wait 300", pushes, *end.split("\n"), "until screen result 2000", "wait 300",
              "shot result"]
    lines += [f'expect text "{text}"' for text in SEEN[lang][who]]
    other = next(it for it in SEEN if it != lang)
    lines += ["tap #lang", "wait 300", "shot result-other"]
    lines += [f'expect text "{text}"' for text in SEEN[other][who]]
    lines += ["tap #lang", "wait 700", "until silent 60000"]
    return "\n".join(lines) + "\n"


def play(lang, who):
    out = OUT / f"{who}-{lang}"
    out.mkdir(parents=True)
    (out / "run.story").write_text(story(lang, who), encoding="utf-8")
    done = subprocess.run(["tests/e2e/run_story.sh", BIN, str(out / "run"), str(out / "run.story"),
                           "--lang", lang, "--manikin", "sim:depth=55"],
                          capture_output=True, text=True,
                          env=os.environ | {"LIFE_KIOSK_LANGUAGES": "scripts/languages.lua"})
    if done.returncode != 0:
        sys.exit(f"learners.py: {who}, {lang}: {done.stderr.strip()}")
    return out / "run"


def check(lang, who):
    run = play(lang, who)
    result = json.loads((run / "practice.json").read_text())
    heard = (run / "spoken.txt").read_text("utf-8")
    at = 0
    for words in HEARD[lang][who]:
        found = heard.find(words, at)
        if found < 0:
            sys.exit(f"learners.py: {who}, {lang}: \"{words}\" is not heard in its order:\n{heard}")
        at = found
    for words in NEVER:
        if words in heard:
            sys.exit(f"learners.py: {who}, {lang}: somebody hears \"{words}\"")
    score, presses = result["score"]["total"], result["compressions"]
    low, high = SCORES[who]
    if not low <= score <= high:
        sys.exit(f"learners.py: {who}, {lang}: {score} points")
    profile = {"child-20": "light", "child-12": "small"}.get(who, "adult")
    if result["guideline"] != f"aha-2025/{profile}":
        sys.exit(f"learners.py: {who}, {lang}: judged by {result['guideline']}")
    printed = subprocess.run([BIN / "cpr-analyze", run / "recording.csv"], capture_output=True,
                             check=True).stdout
    if printed != (run / "practice.json").read_bytes():
        sys.exit(f"learners.py: {who}, {lang}: the recording says something else")
    print(f"{who:14} {lang:6} {presses['count']:3} pushes {presses['mean_depth_mm']:5} mm "
          f"{presses['mean_rate_cpm']:6} /min {score:6} points")


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
# Neighbours are of both languages.
ALL = [("zh-CN", "child-12"), ("en", "child-20"), ("zh-CN", "perfect"), ("en", "stops-after-7"),
       ("zh-CN", "too-fast")]
assert sorted(ALL) == sorted((lang, who) for lang in HEARD for who in HEARD[lang])
for language, learner in share(ALL, 3):
    check(language, learner)
