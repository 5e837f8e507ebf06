#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""visit.py BIN OUT: a whole visit, as somebody hears it who does not see the screen.

In one language a run, in the other the next (TEST_ALL=1: in both): home, the list's lesson
with right and wrong answers, practice at 20 mm, the result, the countdown. The log of what
was spoken stays in OUT to be read.
"""

import os
import pathlib
import subprocess
import sys

from share import share

BIN, OUT = sys.argv[1], pathlib.Path(sys.argv[2])

LONGEST_S = 18  # to the beginning of its last line

# What is answered, right and wrong; None: a card that only tells. The lesson is the tests' own.
ANSWERS = {
    "zh-CN": ["先看周围安不安全", "掐人中", "打开免提，边打边救", "指定一个人去", None,
              "心脏骤停，马上按压"],
    "en": ["Look whether it is safe", "Pinch his upper lip", "On speaker, while I help",
           "Send one certain person", None, "Cardiac arrest: press now"],
}
FIRST_CARD = {"zh-CN": "有人突然倒下", "en": "Someone collapses"}
# What has to be heard, in this order.
WANTED = {
    "zh-CN": ["开始学", "练一练", "按下模拟人，就开始", "学急救", "有人突然倒下",
              "第一件事做什么", "对！", "还有没有反应", "没关系，正确的是打勾的这个", "拍双肩，大声叫他",
              "拍拍两边肩膀", "真棒", "每分钟按一百到一百二十次", "一百一十次", "现在来练一练",
              "手放胸口", "再深一点", "下次只改一件事", "平均按到二十毫米",
              "你还在吗", "三十秒后回到开头"],
    "en": ["Start", "Practise", "Press the manikin", "First aid lessons",
           "Someone collapses", "What do you do first", "Right!", "whether he responds",
           "That is all right", "Tap both shoulders and shout", "at both ears", "Well done",
           "one hundred to one hundred and twenty times", "one hundred and ten a minute",
           "Now practise", "Hands on chest", "A bit deeper",
           "Next time, one thing", "twenty millimetres deep on average", "Are you still here",
           "Back to the start in thirty seconds"],
}


def story(lang):
    heard = ["wait 700", "until silent 60000"]
    lines = ["wait 200", "tap #wake", "until screen home 2000", *heard,
             "lesson adult-cpr 2000", *heard, "tap #next"]
    for i, answer in enumerate(ANSWERS[lang]):
        # One right, one wrong: the other four are read the same way in either language.
        reads = heard if lang == "zh-CN" or i < 2 else ["wait 500"]
        lines += reads
        lines += [f'tap "{answer}"', *reads] if answer else []
        lines += ["tap #next"]
    lines += ["wait 3000", "tap #next", "wait 200", "tap #option-1", "wait 200", "tap #next",
              "wait 200", "tap #next", "wait 200", "tap #option-1", "wait 200", "tap #next",
              *heard, "shot beat", "tap #next", *heard, "tap #home",
              "until screen home 2000", "wait 200", "tap #practice",
              "until screen practice 2000", "until screen result 120000", *heard,
              "shot result", "wait 45000", "shot countdown"]
    return "\n".join(lines) + "\n"


def play(lang):
    out = OUT / lang
    out.mkdir(parents=True, exist_ok=True)
    (out / "visit.story").write_text(story(lang), encoding="utf-8")
    done = subprocess.run(["tests/e2e/run_story.sh", BIN, str(out / "run"),
                           str(out / "visit.story"), "--lang", lang, "--manikin",
                           "sim:depth=20,rate=110"],
                          capture_output=True, text=True,
                          env=os.environ | {"LIFE_KIOSK_LANGUAGES": "scripts/languages.lua"})
    if done.returncode != 0:
        sys.exit(f"visit.py: {lang}: the story failed:\n{done.stderr}")
    return (out / "run" / "spoken.txt").read_text("utf-8").splitlines()


def check(lang, spoken):
    words = [line.split(" ", 1)[1] for line in spoken]
    # Nobody listens for longer before the first touch.
    lesson = next(i for i, said in enumerate(words) if FIRST_CARD[lang] in said)
    home = [float(line.split(" ", 1)[0]) for line in spoken[:lesson]]
    if home[-1] - home[0] > LONGEST_S:
        sys.exit(f"visit.py: {lang}: home is read for {home[-1] - home[0]:.1f} s")
    at = 0
    for wanted in WANTED[lang]:
        found = next((i for i in range(at, len(words)) if wanted in words[i]), None)
        if found is None:
            sys.exit(f"visit.py: {lang}: \"{wanted}\" is not heard behind \"{words[at]}\"")
        at = found


for lang in share(WANTED, 1):
    heard = play(lang)
    print(f"# {lang}\n" + "\n".join(heard))
    check(lang, heard)
