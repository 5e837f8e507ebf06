#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""author.py BIN OUT: the author's kiosk plays a story and leaves its pictures; nothing is
counted: it makes no data folder, and changes nothing in the lessons."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

bin_folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
shutil.rmtree(out, ignore_errors=True)
out.mkdir(parents=True)
LESSONS = pathlib.Path("tests/lessons")
PICTURES = ["author-first", "author-large", "author-full", "author-answered"]


def state():
    return {path: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(LESSONS.rglob("*")) if path.is_file()}


before = state()
done = subprocess.run(
    [bin_folder / "life-kiosk", "--headless", "1600x900", "--author", LESSONS / "adult-cpr",
     "--lang", "zh-CN", "--data", out / "data", "--out", out, "--story", "tests/e2e/author.story"],
    env=os.environ | {"LIFE_KIOSK_LANGUAGES": "tests/languages.lua"}, capture_output=True, text=True,
    timeout=150)
if done.returncode != 0:
    sys.exit(f"exit {done.returncode}: {done.stderr}")
missing = [name for name in PICTURES if not (out / f"{name}.png").exists()]
left = sorted(str(path.relative_to(out)) for path in out.rglob("*")
              if path.is_file() and path.stem not in PICTURES)
if missing or left or (out / "data").exists():
    sys.exit(f"missing {missing}, left behind {left}, data folder: {(out / 'data').exists()}")
if state() != before:
    sys.exit("the lessons are others than before")
print(f"author: {len(PICTURES)} pictures, nothing else written")
