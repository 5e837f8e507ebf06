#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tools/layers.py refuses each kind of fault in a made tree, and nothing in a sound one."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LAYERS = ROOT / "tools" / "layers.py"

README = "# Made\n\n<!-- layers -->\n```\n```\n<!-- /layers -->\n"
SOUND = {
    "README.md": README,
    "kiosk/base/err.h": "/* err: why. */\n",
    "kiosk/base/err.c": '#include "base/err.h"\n',
    "kiosk/cpr/cpr.h": "",
    "kiosk/cpr/score.c": '#include "cpr/cpr.h"\n#include "base/err.h"\n',
    "kiosk/store/store.h": "",
    "kiosk/store/store.c": '#include <sqlite3.h>\n#include "store/store.h"\n',
    "kiosk/screens/screen.h": "",
    "kiosk/screens/cards/text.c": '#include "cpr/cpr.h"\n#include "screens/screen.h"\n',
    "kiosk/main.c": '#include "screens/screen.h"\n',
    "tools/cpr-analyze/main.c": '#include "cpr/cpr.h"\n',
    "build/modules.txt": "module\tbase\tkiosk/base\terr.c\t\n"
                         "module\tcpr\tkiosk/cpr\tscore.c\tbase\n"
                         "module\tstore\tkiosk/store\tstore.c\t\n"
                         "module\tscreens\tkiosk/screens\tcards/text.c\tcpr\n"
                         "program\tlife-kiosk\tkiosk\tmain.c\tscreens\n"
                         "program\tcpr-analyze\ttools/cpr-analyze\tmain.c\tcpr\n"
                         "program\tbench_ui\ttests\tbench/bench_ui.c\tscreens\n",
}


def rows(old, new):
    assert old in SOUND["build/modules.txt"], old
    return SOUND["build/modules.txt"].replace(old, new)


# What is wrong: the files that differ from a sound tree, and a part of the one finding.
FAULTS = {
    "an upward include": (
        {"kiosk/cpr/score.c": '#include "base/err.h"\n#include "screens/screen.h"\n',
         "build/modules.txt": rows("score.c\tbase", "score.c\tbase screens")},
        "kiosk/cpr/score.c:2: cpr/ may not know screens/"),
    "an include of the same rank": (
        {"kiosk/base/err.c": '#include "wire/wire.h"\n', "firmware/wire/wire.h": ""},
        "kiosk/base/err.c:1: base/ may not know wire/"),
    "a tool that includes a screen": (
        {"tools/cpr-analyze/main.c": '#include "cpr/cpr.h"\n#include "screens/screen.h"\n'},
        "tools/cpr-analyze/main.c:2: cpr-analyze/ may not know screens/"),
    "a file of the program included from below": (
        {"kiosk/screens/cards/text.c": '#include "cpr/cpr.h"\n#include "app.h"\n',
         "kiosk/app.h": ""},
        "kiosk/screens/cards/text.c:2: screens/ may not know main/"),
    "a folder without a rank": (
        {"kiosk/magic/magic.h": "", "kiosk/main.c": '#include "screens/screen.h"\n'
                                                    '#include "magic/magic.h"\n'},
        "kiosk/main.c:2: magic/ has no rank"),
    "a module without a rank": (
        {"kiosk/magic/magic.c": "",
         "build/modules.txt": SOUND["build/modules.txt"]
                              + "module\tmagic\tkiosk/magic\tmagic.c\t\n"},
        "kiosk/magic/CMakeLists.txt: magic: no rank"),
    "DEPS that is not below": (
        {"build/modules.txt": rows("score.c\tbase", "score.c\tbase store")},
        "kiosk/cpr/CMakeLists.txt: cpr: DEPS store is not below cpr"),
    "an include that DEPS does not name": (
        {"build/modules.txt": rows("score.c\tbase", "score.c\t")},
        "kiosk/cpr/CMakeLists.txt: cpr: base is included; name it in DEPS"),
    "a header's include that DEPS does not name": (
        {"kiosk/screens/screen.h": '#include "store/store.h"\n'},
        "kiosk/screens/CMakeLists.txt: screens: store is included; name it in DEPS"),
    "DEPS that is not included": (
        {"build/modules.txt": rows("text.c\tcpr", "text.c\tcpr store")},
        "kiosk/screens/CMakeLists.txt: screens: DEPS names store, which no file here"),
    "DEPS of a tool that is not included": (
        {"build/modules.txt": rows("main.c\tcpr", "main.c\tcpr base")},
        "tools/cpr-analyze/CMakeLists.txt: cpr-analyze: DEPS names base, which no file"),
    "a file that is not built": (
        {"kiosk/cpr/old.c": ""}, "kiosk/cpr/old.c: no SRC names it"),
    "SQL outside of the store": (
        {"kiosk/cpr/score.c": '#include <sqlite3.h>\n#include "base/err.h"\n'},
        "kiosk/cpr/score.c:1: <sqlite3.h> may be included only in kiosk/store/"),
    "SDL in a screen": (
        {"kiosk/screens/screen.h": "#include <SDL2/SDL.h>\n"},
        "kiosk/screens/screen.h:1: <SDL2/SDL.h> may be included only in"),
    "a long function": (
        {"kiosk/cpr/score.c": '#include "base/err.h"\nvoid f(void)\n{\n'
                              + "    g();\n" * 69 + "}\n"},
        "kiosk/cpr/score.c:3: a function of 71 lines"),
    "a long file": (
        {"kiosk/cpr/cpr.h": "int a;\n" * 501}, "kiosk/cpr/cpr.h: 501 lines"),
    "a wide comment": (
        {"tests/unit/test_x.c": "int a; /* " + "x" * 79 + " */\n"},
        "tests/unit/test_x.c:1: a comment over 90 columns"),
    "a torn comment": (
        {"kiosk/cpr/cpr.h": "\n/* Units: millimetres.\n */\n"},
        "kiosk/cpr/cpr.h:2: a torn comment"),
    "an old drawing": (
        {"build/modules.txt": rows("text.c\tcpr", "text.c\tcpr store"),
         "kiosk/screens/screen.h": '#include "store/store.h"\n'},
        "README.md: the drawing is out of date"),
    "no drawing": (
        {"README.md": "# Made\n"}, "README.md: no drawing"),
}


def layers(tree, *arguments):
    return subprocess.run([sys.executable, LAYERS, "--root", tree, *arguments, tree / "build"],
                          capture_output=True, text=True)


def make(tree, files):
    shutil.rmtree(tree, ignore_errors=True)
    for name, text in files.items():
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def check_mutable(tree, drawn):
    """Compiled, because that is how it is found."""
    make(tree, SOUND | {"README.md": drawn, "made.c": "int changes = 1; const int stays = 1;\n"})
    library = tree / "build" / "kiosk" / "cpr" / "libcpr.a"
    library.parent.mkdir(parents=True)
    subprocess.run(["gcc", "-c", tree / "made.c", "-o", tree / "made.o"], check=True)
    subprocess.run(["ar", "rc", library, tree / "made.o"], check=True)
    done = layers(tree, "--text")
    assert done.returncode == 1 and '"changes" can change' in done.stderr, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


def main():
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder) / "made"
        make(tree, SOUND)
        assert layers(tree, "--draw", "--write").returncode == 0
        drawn = (tree / "README.md").read_text(encoding="utf-8")
        assert "kiosk/screens/    -> cpr\n" in drawn and "tests" not in drawn, drawn
        assert layers(tree, "--draw").stdout in drawn
        done = layers(tree, "--text")
        assert done.returncode == 0 and "0 findings" in done.stdout, done.stderr
        for name, (files, expected) in FAULTS.items():
            make(tree, SOUND | {"README.md": drawn} | files)
            if "drawing" not in name:
                layers(tree, "--draw", "--write") # faults of DEPS show in the drawing as well
            done = layers(tree, "--text")
            assert done.returncode == 1, f"{name} is not refused"
            assert expected in done.stderr, f"{name}: {done.stderr}"
            extra = [line for line in done.stderr.splitlines() if expected not in line]
            assert len(extra) <= 1, f"{name}: {done.stderr}"
        check_mutable(tree, drawn)
    print(f"{len(FAULTS) + 1} faults refused")


if __name__ == "__main__":
    main()
