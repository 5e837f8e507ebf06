#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""verdict.py BIN OUT: `cpr-analyze --verdict` says in words what it says as JSON.

For every recording of tests/traces and some captures, in both languages, with options that
change the result: the figures are those of the JSON, the reasons not to trust the
sensor are named with their cures and no others, and nothing is left to be filled in.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
LANGUAGES = ["zh-CN", "en"]
OPTIONS = [[], ["--events"], ["--window", "5", "9.5"], ["--mode", "30:2", "--events"],
           ["--guideline", "china/child"], ["--guideline", "erc-2025/infant"]]
# A capture and what it does not say of itself.
CAPTURES = {"f01_cprdummy": ["--raw"], "ours": ["--raw"], "teleplot_time": ["--raw"],
            "words_instead": ["--raw", "--hz", "50"]}

SHORT_OF_A_PASS = ["result_not_yet", "to_pass_deeper", "to_pass_less_deep", "to_pass_faster",
                   "to_pass_slower"]


def texts(lang):
    lua = pathlib.Path(f"scripts/text/{lang}.lua").read_text(encoding="utf-8")
    return dict(re.findall(r'^    (\w+) = "(.*)",$', lua, re.M))


TEXTS = {lang: texts(lang) for lang in LANGUAGES}


def analyze(*args, env=None):
    return subprocess.run([BIN / "cpr-analyze", *map(str, args)], capture_output=True,
                          text=True, env=env)


def number(value, places=0):
    text = f"{abs(value):.{places}f}"
    text = text.removesuffix(".0") if places else text
    return text if value >= 0 or float(text) == 0 else "-" + text


def clock(seconds):
    whole = int(seconds + 0.5)
    return f"{whole // 60}:{whole % 60:02}"


def line(lang, key):
    """The sentence as a pattern: each {name} is a group of that name."""
    parts = re.split(r"\{(\w+)\}", TEXTS[lang][key])
    return "^" + "".join(f"(?P<{part}>.*?)" if i % 2 else re.escape(part)
                         for i, part in enumerate(parts)) + "$"


def expect(case, words, lang, key, **figures):
    found = re.search(line(lang, key), words, re.M)
    if not found:
        sys.exit(f"verdict.py: {case}: no {key} in\n{words}")
    for name, wanted in figures.items():
        if found[name] != wanted:
            sys.exit(f"verdict.py: {case}: {key} says {name} {found[name]}, not {wanted}")


def expect_reasons(case, words, lang, reasons):
    for key, text in TEXTS[lang].items():
        if key.startswith("trust_") and key not in ("trust_title", "trust_cure"):
            name = key.removeprefix("trust_").removeprefix("cure_")
            if (text in words) != (name in reasons):
                sys.exit(f"verdict.py: {case}: {key} is {'' if text in words else 'not '}said")


def check(options, path, lang):
    case = " ".join([*options, str(path), lang])
    machine, people = analyze(*options, path), analyze(*options, path, "--verdict", lang)
    if machine.returncode != 0 or people.returncode != 0:
        sys.exit(f"verdict.py: {case}: {machine.stderr}{people.stderr}")
    result, words = json.loads(machine.stdout), people.stdout
    pushes, flow = result["compressions"], result["flow"]
    if re.search(r"[{}]|\b[a-z]+_[a-z_]+\b|nan", words.split("\n", 1)[1]):
        sys.exit(f"verdict.py: {case}: something was not filled in:\n{words}")
    expect(case, words, lang, "verdict_time", time=clock(result["duration_s"]))
    expect(case, words, lang, "verdict_pushes", n=str(pushes["count"]))
    expect_reasons(case, words, lang, result["trust"]["reasons"])
    if not result["trust"]["ok"]:
        if TEXTS[lang]["trust_title"].replace("\\n", "" if lang == "zh-CN" else " ") not in words:
            sys.exit(f"verdict.py: {case}: it is not said that there is no score")
        return
    if result["score"]["total"] < 0.5: # nobody is told 0
        key = "result_begun" if pushes["count"] else "result_none"
        expect(case, words, lang, key)
    else:
        expect(case, words, lang, "verdict_score")
        said = re.search(line(lang, "verdict_score"), words, re.M)["pass"]
        keys = ["result_passed"] if result["score"]["pass"] else SHORT_OF_A_PASS
        if not any(re.search(line(lang, key), said) for key in keys):
            sys.exit(f"verdict.py: {case}: of the pass it says {said}")
    if pushes["count"] > 0:
        scored = re.search(line(lang, "verdict_depth"), words, re.M)
        key = "verdict_depth" if scored else "verdict_depth_unscored"
        expect(case, words, lang, key, mean=number(pushes["mean_depth_mm"], 1))
        if flow["pauses"]:
            expect(case, words, lang, "verdict_pauses", n=str(flow["pauses"]),
                   longest=clock(flow["longest_pause_s"]))
        else:
            expect(case, words, lang, "verdict_no_pause")
    if pushes["mean_rate_cpm"] is not None:
        expect(case, words, lang, "verdict_rate", mean=number(pushes["mean_rate_cpm"], 1))
    if "--events" in options:
        faulty = [it for it in result["events"] if it["label"] != "ok"]
        rows = re.findall(line(lang, "verdict_push"), words, re.M)
        if len(rows) != min(len(faulty), 10):
            sys.exit(f"verdict.py: {case}: {len(rows)} of {len(faulty)} faulty pushes")


def check_faults():
    """A language or a text that is not there."""
    trace = "tests/traces/perfect.csv"
    said = analyze(trace, "--verdict", "fr")
    if said.returncode != 1 or "fr is not a language" not in said.stderr or "zh-CN" not in said.stderr:
        sys.exit(f"verdict.py: --verdict fr: {said.returncode} {said.stderr}")
    for options in (["--verdict"], [trace, "--faults", "--verdict", "en"],
                    ["--periods", "tests/traces/cprdat/case1.csv", "--verdict", "en"]):
        if analyze(*options).returncode != 2:
            sys.exit(f"verdict.py: {options} is not told as a mistake of usage")
    shutil.rmtree(OUT, ignore_errors=True)
    shutil.copytree("scripts", OUT / "scripts")
    for key in ("verdict_depth", "advice_keep", "label_ok", "result_passed"):
        text = pathlib.Path("scripts/text/en.lua").read_text(encoding="utf-8")
        (OUT / "scripts/text/en.lua").write_text(re.sub(rf"^    {key} = .*\n", "", text, flags=re.M))
        said = analyze(trace, "--verdict", "en", env={"LIFE_KIOSK_SCRIPTS": str(OUT / "scripts")})
        if said.returncode != 1 or f"the text {key} is missing" not in said.stderr or said.stdout:
            sys.exit(f"verdict.py: without {key}: {said.returncode} {said.stderr} {said.stdout}")


def main():
    paths = sorted(pathlib.Path("tests/traces").glob("*.csv"))
    count = 0
    for i, path in enumerate(paths):
        for k in (0, 1, 3): # each file with half of the options, in turn
            check(OPTIONS[(i + k) % len(OPTIONS)], path, LANGUAGES[k % 2])
            count += 1
    for lang in LANGUAGES:
        for name, options in CAPTURES.items():
            check(options, f"tests/traces/raw/{name}.raw", lang)
            count += 1
    if count < 50:
        sys.exit("verdict.py: tests/traces is nearly empty")
    check_faults()
    print(f"{count} results in words")


main()
