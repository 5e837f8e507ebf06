#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""not_started.py BIN OUT: no font, no display, no such size: no kiosk, and one sentence in the
reader's language that names the thing, its place and the cure. A sound driver that is
not there stops nothing and is named."""

import os
import pathlib
import shutil
import subprocess
import sys

bin_folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
shutil.rmtree(out, ignore_errors=True)
out.mkdir(parents=True)
FONTS = pathlib.Path("/usr/share/fonts/opentype/noto")
LANGS = ("zh-CN", "en")
UNSET = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR", "SDL_VIDEODRIVER",
         "SDL_AUDIODRIVER", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LC_ALL", "LC_MESSAGES", "LANG")
faults = []


def environment(**more):
    plain = {name: value for name, value in os.environ.items() if name not in UNSET}
    # A broken start leaves what the libraries of the display keep: not ours to look for.
    return plain | {"ASAN_OPTIONS": "detect_leaks=0:verify_asan_link_order=0"} | more


def fonts(name, files):
    """A machine that has only these fonts: a variable for fontconfig."""
    folder = out / name
    folder.mkdir()
    for file, change in files.items():
        change(FONTS / file, folder / file)
    config = out / f"{name}.conf"
    config.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                      f"<dir>{folder.resolve()}</dir><cachedir>{out.resolve()}/cache</cachedir>"
                      "</fontconfig>")
    return {"FONTCONFIG_FILE": str(config.resolve())}


def whole(source, file):
    file.symlink_to(source)


def cut(source, file):
    data = source.read_bytes()
    file.write_bytes(data[:len(data) * 6 // 10])


def spoilt_later(name, change):
    """fontconfig has seen the file whole, and does not look again."""
    variables = fonts(name, {REGULAR: lambda a, b: b.write_bytes(a.read_bytes()), BOLD: whole})
    start([*HEADLESS, "--check", "--manikin", "replay:none.csv"], variables)
    file = out / name / REGULAR
    data = bytearray(file.read_bytes())
    with open(file, "r+b") as there:
        data = change(data)
        there.write(data)
        there.truncate(len(data))
    return variables


def blanked(data):
    """Where the outlines are: it still opens, and draws nothing."""
    third = len(data) * 3 // 10
    data[third:-third] = bytes(len(data) - 2 * third)
    return data


def chinese(text):
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def start(options, variables):
    return subprocess.run([bin_folder / "life-kiosk", "--data", out / "data", *options],
                          env=environment(**variables), capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=50)


REGULAR, BOLD = "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"
HEADLESS = ["--headless", "1280x720"]
no_font = fonts("none", {})
no_bold = fonts("no-bold", {REGULAR: whole})
emptied = spoilt_later("emptied", lambda data: b"")
halved = spoilt_later("halved", lambda data: data[:len(data) // 2])
replaced = spoilt_later("replaced", lambda data: b"<html>404</html>")
blank = spoilt_later("blank", blanked)
cut_bold = fonts("cut-bold", {REGULAR: whole, BOLD: cut})
(out / "bad.conf").write_text("this is not a configuration")

# name, variables, options, exit, what the one sentence names in every language
CASES = [
    ("no font", no_font, HEADLESS, 1, ["none.conf", "Noto Sans CJK SC Regular", "fonts-noto-cjk"]),
    ("no bold font", no_bold, HEADLESS, 1, ["Noto Sans CJK SC Bold", "fonts-noto-cjk"]),
    ("half a font", cut_bold, HEADLESS, 1, ["Bold", "fonts-noto-cjk"]),
    *[(name, variables, HEADLESS, 1, [REGULAR, "fonts-noto-cjk"])
      for name, variables in (("emptied font", emptied), ("halved font", halved),
                              ("a page instead of a font", replaced), ("blank font", blank))],
    ("nothing set", {}, [], 1, ["DISPLAY", "WAYLAND_DISPLAY", "/dev/dri", "--headless"]),
    ("empty variables", {"DISPLAY": "", "SDL_VIDEODRIVER": ""}, [], 1, ["DISPLAY", "--headless"]),
    ("unknown driver", {"SDL_VIDEODRIVER": "nonsense"}, [], 1,
     ["SDL_VIDEODRIVER", "nonsense", "x11", "kmsdrm"]),
    ("two unknown drivers", {"SDL_VIDEODRIVER": "cocoa,x12"}, [], 1, ["cocoa,x12", "wayland"]),
    ("x11 and no DISPLAY", {"SDL_VIDEODRIVER": "x11"}, [], 1, ["SDL_VIDEODRIVER", "DISPLAY", ":0"]),
    ("dead X server", {"DISPLAY": ":7741"}, [], 1, ["DISPLAY", ":7741"]),
    ("no X server's name", {"DISPLAY": "nonsense"}, ["--windowed", "1280x720"], 1, ["nonsense"]),
    ("no compositor", {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(out.resolve())}, [], 1,
     [f"{out.resolve()}/wayland-9", "WAYLAND_DISPLAY"]),
    ("no runtime folder", {"WAYLAND_DISPLAY": "wayland-9"}, [], 1, ["XDG_RUNTIME_DIR", "/run/user"]),
    ("a runtime folder from here on", {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "run"}, [],
     1, ["XDG_RUNTIME_DIR", "/run/user"]),
    ("wayland asked for", {"SDL_VIDEODRIVER": "wayland"}, [], 1, ["XDG_RUNTIME_DIR"]),
    *[("size " + size, {}, ["--headless", size], 2, [f"--headless", size, *words])
      for size, words in (("0x0", ["320"]), ("1x1", ["320"]), ("7x100000", ["320"]),
                          ("1280x100000", ["100000", "7680"]), ("99999999x720", ["7680"]),
                          ("99999999999999999999x720", ["7680"]), ("-5x3", ["1280x720"]),
                          ("1280", ["1280x720"]), ("1280x", ["1280x720"]), ("x720", ["1280x720"]),
                          ("1280x720x24", ["1280x720"]), ("1280X720", ["1280x720"]),
                          ("", ["1280x720"]), (" 1280x720", ["1280x720"]))],
    ("windowed size", {"DISPLAY": ":7741"}, ["--windowed", "319x720"], 2, ["--windowed", "319"]),
    ("unknown option", {}, ["--colour"], 2, ["--colour", "--help"]),
    ("no value", {}, ["--data"], 2, ["--data", "--help"]),
    ("surplus", {}, ["surplus"], 2, ["surplus", "--help"]),
    ("unknown language", {}, ["--lang", "x-none"], 2, ["x-none", "zh-CN"]),
    ("many manikins", {}, ["--manikin", "sim"] * 17, 2, ["16"]),
    ("odd manikin", {}, ["--manikin", "usb"], 2, ["usb", "replay:"]),
    ("author of nothing", {}, [*HEADLESS, "--author", "no/such"], 1, ["--author", "no/such"]),
    ("author without a lesson", {}, [*HEADLESS, "--author", "scripts/guidelines"], 1,
     ["--author", "scripts/guidelines", "lesson.lua"]),
    ("author and check", {}, ["--author", "scripts/lessons", "--check"], 2, ["--author", "--check"]),
    ("author and manikin", {}, ["--author", "scripts/lessons", "--manikin", "sim"], 2,
     ["--author", "--manikin"]),
    ("lonely option", {}, ["--wav", "a.wav"], 2, ["--wav", "--say"]),
]
if not os.path.exists("/dev/dri"):
    CASES.append(("no graphics card", {"SDL_VIDEODRIVER": "kmsdrm"}, [], 1, ["/dev/dri"]))


def look(name, lang, variables, options, code, words):
    done = start(options, variables)
    lines = done.stderr.splitlines()
    wrong = []
    if done.returncode != code:
        wrong.append(f"exit {done.returncode} instead of {code}")
    if len(lines) != 1 or done.stdout:
        wrong.append("not one sentence")
    wrong += [f"{word} is not named" for word in words if word not in done.stderr]
    if chinese(done.stderr) != (lang == "zh-CN"):
        wrong.append("another language")
    if "{" in done.stderr:
        wrong.append("a place that is not filled in")
    faults.extend(f"{name}, {lang}: {fault}: {done.stderr}" for fault in wrong)
    return lines[0] if lines else ""


for number, (name, variables, options, code, words) in enumerate(CASES):
    # Of the many that are only refused each is tried in one language.
    for lang in LANGS if code == 1 else [LANGS[number % 2]]:
        # An option that comes before --lang may be the wrong one: the language is found all
        # the same, and where --lang itself is wrong or missing it is the locale's.
        locale = {"LANG": f"{lang.replace('-', '_')[:5]}.UTF-8"}
        told = [] if "--lang" in options or code == 2 else ["--lang", lang]
        said = look(name, lang, variables | ({} if told else locale), told + options, code, words)
        print(f"{name}: {said}")
look("option before its language", "en", {"LANG": "zh_CN.UTF-8"},
     ["--headless", "0x0", "--lang=en"], 2, ["0x0"])
look("no locale", "zh-CN", {}, ["--headless", "0x0"], 2, ["0x0"])
look("an unknown locale", "zh-CN", {"LC_ALL": "C.UTF-8"}, ["--headless", "0x0"], 2, ["0x0"])
(out / "en.lua").write_text('return { lang = "en" }')
look("the settings' language", "en", {}, ["--config", str(out / "en.lua"), "--headless", "0x0"],
     2, ["0x0"])

silent = subprocess.Popen([bin_folder / "life-kiosk", "--data", out / "data", *HEADLESS],
                          env=environment(SDL_AUDIODRIVER="nonsense"), stderr=subprocess.PIPE, text=True)
said = silent.stderr.readline()
if "SDL_AUDIODRIVER" not in said or "nonsense" not in said or silent.poll() is not None:
    faults.append(f"unknown sound driver: {said}")
silent.terminate()
try:
    silent.wait(20)
except subprocess.TimeoutExpired:
    silent.kill()
    silent.wait()
if silent.returncode != 0:
    faults.append(f"unknown sound driver: exit {silent.returncode}")
print(f"unknown sound driver: {said.strip()}")

for fault in faults:
    print(f"not_started.py: {fault}", file=sys.stderr)
print(f"not_started: {len(CASES)} cases in {len(LANGS)} languages, {len(faults)} faults")
sys.exit(1 if faults else 0)
