#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""first_push.py BIN OUT: how long it takes from walking up to the first push.

Each way is played on the whole program and counted as 2 s a tap, what stands on the screens
passed, and what the kiosk makes a visitor wait. All that is drawn is read: buttons, the bar,
captions, the word for a simulated manikin. Chinese at 4 characters a second: hanzi, digits,
and each word of Latin letters as one of them. English at 4 words a second, 240 a minute
(adults read 238: Brysbaert 2019, doi 10.1016/j.jml.2019.104047), a hanzi as one of them.
The attract screen is counted where it is all there is: it is read before the first touch.
Home offers forty lessons too: there one reads from the top as far as the words that lead on,
the day's lesson and the bar among them, and no further.
The hall has everything it can show: pushes, visits today, a bar and another hall's best.
"""

import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import time

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
TAP_S = 2
READ_CPS = 4
MOST_TAPS = 2
MOST_S = 20
WAIT_MS = 100  # for each screen at most; counted in full

HALL = "return { challenge = 85, rival_best = 92, event = false }\n"
SIM = ["--manikin", "sim:depth=50"]
NONE = ["--manikin", "/dev/no-such-port"]
PRESSED = {"zh-CN": "还剩", "en": "Left"}
FIRST = "push 50 3\nuntil screen practice 900\nwait 1200\n"
TOUCH = f"tap #wake\nuntil screen home {WAIT_MS}\nwait 600\nwords 1-home\n"

# The words of home that lead on, in Chinese and in English.
TO_THE_MANIKIN = ("按下模拟人，就开始。", "Press the manikin to begin.")
TO_THE_BEAT = ("拍节奏", "Rhythm")
LEADS = {"touch": TO_THE_MANIKIN, "child": TO_THE_MANIKIN, "touch, practise": ("开始", "Start"),
         "touch, rhythm": TO_THE_BEAT, "no manikin": TO_THE_BEAT}

# Name: how the kiosk is started, the story up to the first push, what follows it.
WAYS = {
    "pushed on attract": (SIM, "wait 600\nwords 0-attract\n", FIRST),
    "touch": (SIM, TOUCH, FIRST),
    "child": (SIM, TOUCH, FIRST + "tap #child\nwait 100\n"),
    "touch, practise": (SIM, TOUCH + f"tap #practice\nuntil screen practice {WAIT_MS}\n"
                                     "wait 600\nwords 2-practice\n", FIRST),
    "touch, rhythm": (SIM, TOUCH + f"tap #rhythm\nuntil screen rhythm {WAIT_MS}\n"
                                   "wait 600\nwords 2-rhythm\n",
                      "tap #beat\nwait 500\ntap #beat\nwait 100\n"),
    "no manikin": (NONE, TOUCH + f"tap #rhythm\nuntil screen rhythm {WAIT_MS}\n"
                                 "wait 600\nwords 2-rhythm\n",
                   "tap #beat\nwait 500\ntap #beat\nwait 100\n"),
}


def read(text):
    """Characters to be read of one screen, as the head of this file has them."""
    return len(re.findall(r"[\u4e00-\u9fff]|[0-9]|[A-Za-z]+", text))


def read_english(text):
    return len(re.findall(r"[\u4e00-\u9fff]|[0-9][0-9.,:]*|[A-Za-z][A-Za-z'-]*", text))


def titles(lang):
    found = (re.search(r'^  title = "(.*)",$', path.read_text(encoding="utf-8"), re.M)
             for path in pathlib.Path("scripts/lessons").glob(f"*/text/{lang}.lua"))
    return [match.group(1) for match in found if match]


def as_far_as(path, lang, lead):
    """The words of a screen; of home those down to the words that lead on, the day's lesson
    with the longest title there is."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.name != "1-home.txt":
        return "\n".join(lines)
    count = read if lang == "zh-CN" else read_english
    today = next(i for i, line in enumerate(lines) if line in titles(lang))
    lines[today] = max(titles(lang), key=count)
    last = max(i for i, line in enumerate(lines) if line == lead)
    return "\n".join(lines[:last + 1])


def seed(data):
    """A hall that has been pressed in, today too: seen by the kiosk like its own counts."""
    day, hour = (int(part) for part in time.strftime("%Y%m%d %H").split())
    with sqlite3.connect(data / "counts.db") as db:
        for metric, n in (("pushes", 86412), ("visit", 128)):
            db.execute("INSERT INTO sums (kiosk, day, hour, metric, subject, detail,"
                       " content, definition, n, revision)"
                       " VALUES ('k0000000000', ?, ?, ?, '', '', 0, 1, ?, ?)",
                       (day, hour, metric, n, n))


def run(out, lang, options, story):
    (out / "run.story").write_text(story, encoding="utf-8")
    environment = dict(os.environ, LD_PRELOAD=str(BIN.parent / "lib/libptyserial.so"),
                       ASAN_OPTIONS="verify_asan_link_order=0")
    done = subprocess.run([BIN / "life-kiosk", "--headless", "1920x1080", "--lang", lang,
                           "--data", out / "data", "--out", out, "--story", out / "run.story",
                           *options],
                          env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"first_push.py: {out.name}: {done.stderr.strip()}")


def play(name, lang, options, story):
    """What is to be read of the screens passed."""
    out = OUT / f"{lang}-{name}".replace(" ", "-").replace(",", "")
    out.mkdir()
    shutil.copytree(OUT / "data", out / "data")
    run(out, lang, options, "wait 1500\n" + story)
    count = read if lang == "zh-CN" else read_english
    screens = sorted(out.glob("[0-9]-*.txt"))
    assert screens, name
    lead = LEADS.get(name, ("", ""))[0 if lang == "zh-CN" else 1]
    return sum(count(as_far_as(path, lang, lead)) for path in screens)


shutil.rmtree(OUT, ignore_errors=True)
(OUT / "data").mkdir(parents=True)
(OUT / "data/hall.lua").write_text(HALL, encoding="utf-8")
run(OUT, "zh-CN", NONE, "wait 100\n")  # makes the database
seed(OUT / "data")
faults = []
print(f"{'way':20} lang   taps  wait s  to read  seconds")
for name, (options, before, after) in WAYS.items():
    taps = before.count("tap ")
    wait_s = before.count(f" {WAIT_MS}\n") * WAIT_MS / 1000
    for lang, words in PRESSED.items():
        after_push = after.replace("wait 1200\n", f'wait 1200\nexpect text "{words}"\n')
        to_read = play(name, lang, options, before + after_push)
        seconds = taps * TAP_S + to_read / READ_CPS + wait_s
        print(f"{name:20} {lang:6} {taps:3}  {wait_s:6.1f}  {to_read:7}  {seconds:7.1f}")
        if taps > MOST_TAPS or seconds > MOST_S:
            faults.append(f"{name}, {lang}: {taps} taps and {seconds:.1f} s, at most "
                          f"{MOST_TAPS} and {MOST_S}")
if faults:
    sys.exit("first_push.py: " + "; ".join(faults))
