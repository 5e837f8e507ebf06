# SPDX-License-Identifier: MIT
"""Every text of the interface and of the lessons, and what the kiosk would say."""

import pathlib
import re
import subprocess

LISTS = ["scripts/speech/zh-CN.lua", "scripts/speech/zh-CN-common.lua"]
ROW = re.compile(r'^\s*(?:\["([^"]+)"\]|(\w+)) = "((?:[^"\\]|\\.)*)"', re.M)


def files(lang):
    return [pathlib.Path(f"scripts/text/{lang}.lua"),
            *sorted(pathlib.Path("scripts/lessons").glob(f"*/text/{lang}.lua"))]


def texts(lang):
    """(file, key, text) with "\\n" as it is written; not what is printed by a tool or where
    there is no kiosk, nor what only authors read."""
    for path in files(lang):
        for row in ROW.finditer(path.read_text(encoding="utf-8")):
            key = row[1] or row[2]
            if not key.startswith(("author_", "board_", "county_", "cover_", "coverage_", "figures_",
                                   "import_", "lkx_", "sql_", "trouble_")):
                yield path, key, row[3].replace('\\"', '"')


def say(program, locale, lines, lists=()):
    """What spoken_lines prints for each: words; with lists (words, given, guesses)."""
    given = "".join(f"{locale}\t{line}\n" for line in lines)
    done = subprocess.run([program, *lists], input=given, text=True, stdout=subprocess.PIPE,
                          check=True)
    out = done.stdout.split("\n")[:-1]
    assert len(out) == len(lines), f"{len(lines)} lines in, {len(out)} out"
    return [tuple(line.split("\t")) for line in out] if lists else out
