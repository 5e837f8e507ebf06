#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_packing.py LESSON_CHECK: a lesson without error is packed, the same bytes each time;
one with an error is not; what is wrong is one sentence in the reader's language that names
the file."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
LESSON = "scripts/lessons/solferino"
faults = []


def run(*arguments, lang="en"):
    done = subprocess.run([PROGRAM, "--lang", lang, *map(str, arguments)], capture_output=True,
                          text=True, check=False, env={**os.environ, "LC_ALL": lang})
    return done.returncode, done.stdout, done.stderr.splitlines()[-1].removeprefix("lesson-check: ")


def expect(what, got, code, *words):
    if got[0] != code or any(word not in got[2] for word in words):
        faults.append(f"{what}: exit {got[0]}, {got[2]}")


with tempfile.TemporaryDirectory() as folder:
    out = pathlib.Path(folder)
    key, pack = out / "our.key", out / "solferino.lkp"
    expect("a key", run("--new-key", key), 0, str(key), "trusted_keys", "MCowBQYDK2VwAyEA")
    if key.stat().st_mode & 0o777 != 0o600:
        faults.append(f"a key: others may read it: {key.stat().st_mode:o}")
    expect("a key twice", run("--new-key", key, lang="zh-CN"), 1, str(key), "换个名字")
    packing = ("--pack", LESSON, "--key", key, "-o", pack, "--signer", "嘉善县红十字会")
    expect("a pack", run(*packing), 0, str(pack), "solferino", "checked and signed")
    first = pack.read_bytes()
    expect("a pack in Chinese", run(*packing, lang="zh-CN"), 0, str(pack), "签名")
    if pack.read_bytes() != first:
        faults.append("the same lesson and key: other bytes")
    if first[:8] != b"LKPACK1\n" or "嘉善县红十字会".encode() not in first:
        faults.append("a pack: no head, or no signer")
    pack.unlink()

    bad = out / "solferino"
    shutil.copytree(LESSON, bad)
    text = bad / "lesson.lua"
    text.write_text(text.read_text(encoding="utf-8").replace("card.show", "card.shwo", 1),
                    encoding="utf-8")
    for lang, words in (("en", "not packed"), ("zh-CN", "不打包")):
        got = run("--pack", bad, "--key", key, "-o", pack, lang=lang)
        expect(f"a lesson with an error, {lang}", got, 1, words)
        if "lesson.lua:" not in got[1]:
            faults.append(f"a lesson with an error: it is not named: {got[1]}")
    expect("many lessons", run("--pack", "scripts/lessons", "--key", key, "-o", pack), 1,
           "scripts/lessons", "one lesson")
    expect("no key", run("--pack", LESSON, "--key", out / "none", "-o", pack, lang="zh-CN"), 1,
           "none", "密钥")
    expect("no room", run("--pack", LESSON, "--key", key, "-o", out / "none" / "x.lkp"), 1,
           "x.lkp", "cannot be written")
    expect("a long name", run("--pack", LESSON, "--key", key, "-o", pack, "--signer", "x" * 90),
           1, "--signer", "63")
    for wrong in (("--pack", LESSON), ("--pack", "--key", key, "-o", pack),
                  ("--key", key, LESSON), ("--new-key", key, LESSON),
                  ("--pack", "--unsigned", "--key", key, "-o", pack, LESSON)):
        expect(f"{wrong}", run(*wrong), 2, "how to call it")
    if pack.exists():
        faults.append("a pack was made all the same")

for fault in faults:
    print(fault)
print(f"{len(faults)} faults")
sys.exit(bool(faults))
