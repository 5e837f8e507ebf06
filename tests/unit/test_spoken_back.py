#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_spoken_back.py PROGRAM: what is said is read back by a reader of its own.

Every number of every text, its placeholders filled with drawn values, must be heard again:
no more, no fewer, none changed. The same for 500 drawn pieces (number, unit, range, ratio,
percentage, date, time, telephone) in both languages. TEST_SEED=n draws others.
"""

import collections
import os
import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import speech_texts  # noqa: E402

PROGRAM = sys.argv[1]
SEED = int(os.environ.get("TEST_SEED", "1"))
DRAWN = 500
print(f"# TEST_SEED={SEED}")
draw = random.Random(SEED)

# Reading Chinese numerals: from the left, by their place.
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "幺": 1}
PLACES = {"十": 10, "百": 100, "千": 1000}
ZH = re.compile("[零一二三四五六七八九两幺十百千万亿]+(?:点[零一二三四五六七八九]+)?")


def zh_value(words):
    words, _, fraction = words.partition("点")
    if len(words) > 1 and not set(words) & set("十百千万亿"):
        value = "".join(str(DIGITS[c]) for c in words)
    else:
        total = section = digit = 0
        for c in words:
            if c in DIGITS:
                digit = DIGITS[c]
            elif c in PLACES:
                section += (digit or 1) * PLACES[c]
                digit = 0
            else:
                step = 10 ** 8 if c == "亿" else 10 ** 4
                total = (total + section + digit) * step if c == "亿" else \
                    total + (section + digit) * step
                section = digit = 0
        value = str(total + section + digit)
    return value + ("." + "".join(str(DIGITS[c]) for c in fraction) if fraction else "")


CLOCK = re.compile(f"({ZH.pattern[:ZH.pattern.index('(')]})点([零一二三四五六七八九十]+)分(?!钟)")


def zh_numbers(words):
    words = CLOCK.sub(r"\1 ; \2", words)
    return [zh_value(m[0]) for m in ZH.finditer(re.sub("百分之|千分之", " ", words))]


# Reading English ones: a word list and a sum.
SMALL = {w: i for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split())}
TENS = {w: i * 10 for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty "
                                        "ninety".split(), 2)}
STEPS = {"thousand": 1000, "million": 10 ** 6, "billion": 10 ** 9, "trillion": 10 ** 12}
NTH = {"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight",
       "ninth": "nine", "twelfth": "twelve"}


def en_cardinal(word):
    """twenty-fourth -> twenty-four."""
    head, dash, tail = word.rpartition("-")
    if tail in NTH:
        tail = NTH[tail]
    elif tail.endswith("tieth"):
        tail = tail[:-4] + "y"
    elif tail.endswith("th") and tail[:-2] in {*SMALL, "hundred", *STEPS}:
        tail = tail[:-2]
    return head + dash + tail


def en_below(word):
    """Below a hundred; None for another word."""
    word = en_cardinal(word)
    head, _, tail = word.partition("-")
    if head in TENS and (not tail or tail in SMALL):
        return TENS[head] + SMALL.get(tail, 0)
    return SMALL.get(word)


def en_numbers(words):
    """Numbers in the order in which they are said."""
    found, at = [], 0
    # "first", "second" alone are words of the text, except as days of a month.
    words = re.sub(r"(?<![-])\b(first|second|third)s?\b(?! of )", "nth", words.lower())
    tokens = re.findall(r"[a-z'-]+|[.,?!]", words)
    while at < len(tokens):
        if en_below(tokens[at]) is None:
            at += 1
            continue
        value, at = en_number(tokens, at)
        found.append(value)
    return found


def en_number(tokens, at):
    parts, total, section = [], 0, None
    while at < len(tokens):
        word = en_cardinal(tokens[at])
        below = en_below(tokens[at])
        if below is not None:
            if section is not None and section % 100 == 0 and section > 0 and \
                    tokens[at - 1] == "and":
                section += below
            elif section is None and total and (tokens[at - 1] in {"and", *STEPS}):
                section = below
            elif section is None and not total:
                section = below
            else:
                parts.append(section)
                section = below
        elif word == "hundred" and section is not None:
            section *= 100
        elif word in STEPS and section is not None:
            total += section * STEPS[word]
            section = None
        elif word == "oh" and section is not None:
            parts.append(section)
            parts.append("0")
            section = None
        elif word == "and" and at + 1 < len(tokens) and \
                (tokens[at - 1] in {"hundred", *STEPS}) and \
                en_below(tokens[at + 1]) is not None:
            pass
        else:
            break
        at += 1
    if section is not None or total:
        parts.append(total + (section or 0))
    value = "".join(str(part) for part in parts)
    if at + 1 < len(tokens) and tokens[at] == "point":
        at += 1
        value += "."
        while at < len(tokens) and tokens[at] in SMALL:
            value += str(SMALL[tokens[at]])
            at += 1
    return value, at


NUMBERS = {"zh": zh_numbers, "en": en_numbers}
# A numeral as it is shown: 1,000 and 46.2 are one, 30:2 and 5–6 two.
SHOWN = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


def wanted(locale, text):
    """Numbers in digits, and those that the text has in words already."""
    shown = [n.replace(",", "") for n in SHOWN.findall(text)]
    rest = SHOWN.sub(" ; ", text.replace("\\n", " ; "))
    return shown + NUMBERS[locale](rest)


faults = []


def compare(locale, text, words, expected):
    # On the hour "6:00" is "six o'clock"; its minutes are heard in that word.
    heard = collections.Counter(NUMBERS[locale](words) + ["00"] * words.count("o'clock"))
    if heard != collections.Counter(expected):
        faults.append(f"{text!r} -> {words!r}: heard {sorted(heard.elements())}, "
                      f"wanted {sorted(expected)}")
    left = re.search(r"[0-9%/:+=~°×(){}]", words)
    if left:
        faults.append(f"{text!r} -> {words!r}: {left[0]!r} is left")


def fill(text):
    def value(match):
        if match[1] == "range":
            low = draw.randint(1, 150)
            return f"{low}–{low + draw.randint(1, 50)}"
        if match[1] in ("year",):
            return str(draw.randint(1990, 2060))
        if match[1] in ("v", "stopped", "mean"):
            return f"{draw.randint(0, 99)}.{draw.randint(0, 9)}"
        if match[1] in ("path", "port", "name", "line", "source", "title", "flow", "left",
                        "column", "action"):
            return "abc"
        return str(draw.choice([draw.randint(0, 30), draw.randint(31, 1799), 2, 10, 12]))
    return re.sub(r"\{(\w+)\}", value, text)


count = 0
for lang, locale in (("zh-CN", "zh"), ("en", "en")):
    lines = [fill(text) for _ in range(5) for _, _, text in speech_texts.texts(lang)]
    for line, words in zip(lines, speech_texts.say(PROGRAM, locale, lines)):
        compare(locale, line, words, wanted(locale, line))
        count += 1

# Pieces: what is shown, what of it must be heard, and as which words.
UNITS = {"mm": ("毫米", "millimetre"), "cm": ("厘米", "centimetre"), "s": ("秒", "second"),
         "min": ("分钟", "minute"), "kg": ("公斤", "kilogram"), "ml": ("毫升", "millilitre"),
         "V": ("伏", "volt"), "°C": ("摄氏度", "degree"), "Hz": ("赫兹", "hertz")}


def number():
    whole = draw.choice([draw.randint(0, 20), draw.randint(0, 999), draw.randint(0, 10 ** 6),
                         draw.randint(0, 10 ** 12)])
    kind = draw.random()
    if kind < 0.3:
        return f"{whole}.{draw.randint(0, 99)}"
    return f"{whole:,}" if kind < 0.5 else str(whole)


def piece(zh):
    kind = draw.choice(["unit", "range", "ratio", "percent", "date", "time", "telephone",
                        "letters", "times"])
    space = draw.choice(["", " "])
    unit = draw.choice(list(UNITS))
    name = UNITS[unit][0 if zh else 1]
    low = draw.randint(1, 200)
    high = low + draw.randint(1, 100)
    if kind == "unit":
        n = number()
        return f"{n}{space}{unit}", [n], [name]
    if kind == "range":
        dash = draw.choice(["–", "-", "~", " – "])
        return f"{low}{dash}{high}{space}{unit}", [str(low), str(high)], \
            [name, "到" if zh else " to "]
    if kind == "ratio":
        a, b = draw.randint(25, 99), draw.randint(1, 9)
        return f"{a}{draw.choice(':：') if zh else ':'}{b}", [str(a), str(b)], \
            ["比" if zh else " to "]
    if kind == "percent":
        n = str(draw.randint(0, 100))
        return f"{n}{space}%", [n], ["百分之" if zh else "percent"]
    if kind == "date":
        y, m, d = draw.randint(1850, 2080), draw.randint(1, 12), draw.randint(1, 28)
        shown = f"{y}年{m}月{d}日" if zh else f"{y}-{m:02}-{d:02}"
        return shown, [str(y), str(d), *([str(m)] if zh else [])], ["年"] if zh else ["the "]
    if kind == "time":
        h, m = draw.randint(1, 23), draw.randint(10, 59)
        return f"{h}:{m}", [str(h), str(m)] if zh else [f"{h}{m}"], ["点", "分"] if zh else []
    if kind == "telephone":
        n = draw.choice(["110", "119", "120", "122", "12320"])
        return (f"打{space}{n}" if zh else f"call {n}"), [n], \
            ["幺" if zh else "one"]
    if kind == "letters":
        n = draw.choice(["AED", "CPR", "USB"])
        return n, [], [" ".join(n)]
    n = draw.choice([2, 12, 20, 22, 200, 202, 110, 120, 119, draw.randint(0, 9999)])
    return f"{n}{space if zh else ' '}{'次' if zh else 'times'}", [str(n)], \
        ["次" if zh else "times"]


def without_zero(n):
    whole, dot, fraction = n.replace(",", "").partition(".")
    return str(int(whole)) + dot + fraction


def without_telephones(words, numbers):
    """English digits one by one are as many numbers as there are digits."""
    for number in ("12320", "110", "119", "120", "122"):
        said = " ".join(list(SMALL)[int(digit)] for digit in number)
        while number in numbers and said in words:
            numbers.remove(number)
            words = words.replace(said, "one-by-one", 1)
    return words, numbers


for locale in ("zh", "en"):
    zh = locale == "zh"
    rows = []
    for _ in range(DRAWN):
        pieces = [piece(zh) for _ in range(draw.randint(1, 3))]
        begin, end = draw.choice([("请注意", "。"), ("", ""), ("（", "）"), ("“", "”")] if zh else
                                 [("Now", "."), ("", ""), ("(", ")"), ("“", "”")])
        between = draw.choice(["，", "；", "。\\n"] if zh else [", ", "; ", ".\\n"])
        shown = begin + ("：" if zh else ": " if begin == "Now" else "") + \
            between.join(p[0] for p in pieces) + end
        rows.append((shown, [without_zero(n) for p in pieces for n in p[1]],
                     [w for p in pieces for w in p[2]]))
    for (shown, numbers, names), words in zip(rows, speech_texts.say(
            PROGRAM, locale, [row[0] for row in rows])):
        if not zh:
            words, numbers = without_telephones(words, numbers)
        compare(locale, shown, words, numbers)
        for name in names:
            if name not in words:
                faults.append(f"{shown!r} -> {words!r}: {name!r} is missing")
        count += 1

for fault in faults[:20]:
    print(fault)
print(f"{count} texts, {len(faults)} read back wrongly")
sys.exit(1 if faults else 0)
