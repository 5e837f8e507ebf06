#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""recording_page.py BIN: every command of kiosk/link/RECORDING.md does what it says there.

A block of `sh` is run, and prints the block that follows. A command within a sentence is run
with the page's own sheet for FILE. `--accept` as a second argument writes what is printed
into the page: look at it before.
"""

import os
import pathlib
import re
import subprocess
import sys

PAGE = pathlib.Path("kiosk/link/RECORDING.md")
SHEET = "tests/traces/sheets/excel-de.csv"


def run(command):
    path = sys.argv[1] + os.pathsep + os.environ["PATH"]
    return subprocess.run(["sh", "-c", command], env=dict(os.environ, PATH=path), text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


text = PAGE.read_text(encoding="utf-8")
blocks = list(re.finditer(r"```sh\n(.*?)```\n+```text\n(.*?)```", text, re.S))
spans = re.findall(r"`(cpr-analyze FILE[^`]*)`", text.replace("\n", " "))
if len(blocks) < 2 or len(spans) < 2 or len(blocks) != text.count("```sh"):
    sys.exit(f"{PAGE}: its commands cannot be found")
for block in reversed(blocks):
    said = run(block[1])
    if said.returncode != 0:
        sys.exit(f"{PAGE}: {block[1]} exits {said.returncode}: {said.stdout}")
    if sys.argv[2:] == ["--accept"]:
        text = text[:block.start(2)] + said.stdout + text[block.end(2):]
    elif said.stdout != block[2]:
        sys.exit(f"{PAGE}: {block[1]} prints\n{said.stdout}and not\n{block[2]}")
for span in spans:
    said = run(span.replace("FILE", SHEET))
    if said.returncode != 0 and "--time" in span:
        sys.exit(f"{PAGE}: {span} exits {said.returncode}: {said.stdout}")
if sys.argv[2:] == ["--accept"]:
    PAGE.write_text(text, encoding="utf-8")
print(f"{len(blocks)} blocks and {len(spans)} commands")
