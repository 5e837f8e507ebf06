#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_readings.py PROGRAM: no Chinese text has a word whose reading is a guess, and no word
stands in a list twice."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import speech_texts  # noqa: E402

rows = list(speech_texts.texts("zh-CN"))
said = speech_texts.say(sys.argv[1], "zh", [text for _, _, text in rows], speech_texts.LISTS)
# A placeholder's name is no word: the kiosk fills it in.
faults = [f"{path}: {key}: nobody has decided how {guess} is read in “{words}”; write the word "
          f"with its pinyin in scripts/speech/zh-CN.lua"
          for (path, key, text), (words, _, guesses) in zip(rows, said)
          for guess in guesses.split() if "{" + guess + "}" not in text]
# The check itself must see one.
checked = speech_texts.say(sys.argv[1], "zh", ["书重。", "重复。"], speech_texts.LISTS)
if [row[2].split() for row in checked] != [["重"], []]:
    faults.append(f"the check sees {checked}")
# Of two rows for one word Lua takes the last without a word.
for path in sorted(pathlib.Path("scripts/speech").glob("*.lua")):
    first = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for row in re.finditer(r'(?:\["([^"]+)"\]|\b(\w+)) = "', line.split("--")[0]):
            word = row[1] or row[2]
            if word in first:
                faults.append(f"{path}:{number}: {word} stands there twice, first in line "
                              f"{first[word]}; take one out")
            first[word] = number
print("\n".join(faults))
print(f"{len(rows)} texts, {len(faults)} guesses")
sys.exit(1 if faults else 0)
