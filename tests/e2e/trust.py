#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""trust.py BIN OUT: a sensor that is not to be believed, through the whole program.

For each reason a recording plays in the manikin's place. There is no score, and
the screen says why (that reason, no other) and what to do, in both languages.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])

# A reason's name is that of its trace, too.
REASONS = re.findall(r"^REASON\(\w+, (\w+)\)", pathlib.Path("kiosk/cpr/reasons.def").read_text(),
                     re.MULTILINE)

# Of what a manikin is, more can be told than that its readings are wrong.
TOLD = {"not_calibrated": ("told_uncalibrated_result", "told_uncalibrated_cure"),
        "force_at_two_points": ("told_force_result", "told_slow_cure")}

STORY = """tap #wake
until screen home 9000
tap #test
until screen practice 2000
until screen result 60000
wait 200
{chinese}shot result-zh-CN
tap #lang
wait 200
{english}shot result-en
tap #evidence
wait 200
shot evidence-en
"""


def words(lang, *keys):
    """What a story expects to read for these keys."""
    text = pathlib.Path(f"scripts/text/{lang}.lua").read_text()
    lines = ""
    for key in keys:
        sentence = re.search(rf'^    {key} = "(.*)",$', text, re.MULTILINE).group(1)
        lines += f'expect text "{sentence.split(chr(92) + "n")[-1]}"\n'
    return lines


def fail(reason, text):
    sys.exit(f"trust.py: {reason}: {text}")


def check(reason):
    out = OUT / reason
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    shown = TOLD.get(reason, ("trust_title", f"trust_{reason}", "trust_cure"))
    (out / "run.story").write_text(
        STORY.format(chinese=words("zh-CN", *shown), english=words("en", *shown)))
    subprocess.run([BIN / "life-kiosk", "--headless", "1280x720", "--lang", "zh-CN",
                    "--data", out / "data", "--out", out, "--manikin",
                    f"replay:tests/traces/{reason}.csv", "--story", out / "run.story"],
                   env=dict(os.environ, ASAN_OPTIONS="verify_asan_link_order=0"), check=True)
    result = json.loads((out / "practice.json").read_text())
    if result["trust"] != {"ok": False, "reasons": [reason]}:
        fail(reason, result["trust"])
    if result["score"] != {"total": None, "pass": False}:
        fail(reason, result["score"])
    printed = subprocess.run([BIN / "cpr-analyze", out / "recording.csv"], check=True,
                             capture_output=True).stdout
    if printed != (out / "practice.json").read_bytes():
        fail(reason, "cpr-analyze of the recording says something else")
    print(f"{reason}: {result['compressions']['count']} compressions, no score")


if not REASONS:
    sys.exit("trust.py: kiosk/cpr/reasons.def: its rows cannot be read")
for each in REASONS:
    check(each)
