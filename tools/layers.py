#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""layers.py [BUILD]: the rules of the structure that a compiler does not check.

- includes point down: a module includes nothing of its own rank or above;
- SDL only in ui/, text/ and sound/, Cairo in ui/ and picture/, SQL only in store/, Lua only in lesson/ and conf/, libserialport in one file;
- no function over 70 lines, no file over 500;
- with BUILD, the folder of a built preset: no mutable file-scope data in the kiosk.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# From the lowest rank to the highest; those in one row do not know each other.
RANKS = [
    ["base", "wire"],
    ["cpr", "count"],
    ["coverage", "conf"],
    ["link", "store"],
    ["picture", "text"],
    ["ui", "sound"],
    ["report", "station"],
    ["lesson", "story", "driver"],
    ["screens"],
    ["main"],
]
RANK = {module: rank for rank, row in enumerate(RANKS) for module in row}

# A library's headers -> where they may be included (folders, or one file).
FENCES = {
    r"SDL": ["kiosk/ui/", "kiosk/text/", "kiosk/sound/"],
    r"(cairo|librsvg)": ["kiosk/ui/", "kiosk/picture/"],
    r"(fontconfig|unicode/)": ["kiosk/text/"],
    r"sqlite3": ["kiosk/store/"],
    r"sodium": ["kiosk/store/"],
    r"(lua|lualib|lauxlib)\.h": ["kiosk/lesson/", "kiosk/conf/"],
    r"libserialport": ["kiosk/link/port_serial.c"],
}

FUNCTION_LINES = 70
FILE_LINES = 500

# The one sentence of the calling thread.
MUTABLE_ALLOWED = {("base", "text")}


def module_of(path):
    parts = path.relative_to(ROOT).parts
    if parts[:2] == ("firmware", "wire"):
        return "wire"
    if parts[0] != "kiosk":
        return None
    return parts[1] if len(parts) > 2 else "main"


def check_includes(path, text):
    module = module_of(path)
    for number, line in enumerate(text.splitlines(), 1):
        include = re.match(r'\s*#\s*include\s+(["<])([^">]+)[">]', line)
        if not include:
            continue
        name = include.group(2)
        where = f"{path.relative_to(ROOT)}:{number}"
        if include.group(1) == "<":
            for pattern, allowed in FENCES.items():
                library = re.match(pattern, name)
                inside = any(str(path.relative_to(ROOT)).startswith(a) for a in allowed)
                if library and not inside:
                    yield f"{where}: <{name}> may be included only in {' and '.join(allowed)}"
            continue
        target = name.split("/")[0]
        if module == "main" or target == module or target not in RANK:
            continue
        if RANK[target] >= RANK[module]:
            yield f"{where}: {module}/ may not know {target}/: arrows point down"


def check_lengths(path, text):
    lines = text.splitlines()
    where = path.relative_to(ROOT)
    if len(lines) > FILE_LINES:
        yield f"{where}: {len(lines)} lines; split it (at most {FILE_LINES})"
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start:
            if number - start + 1 > FUNCTION_LINES:
                yield f"{where}:{start}: a function of {number - start + 1} lines; " \
                      f"split it (at most {FUNCTION_LINES})"
            start = None


def check_mutable(build):
    for library in sorted(pathlib.Path(build).glob("kiosk/*/lib*.a")):
        module = library.stem[3:]
        table = subprocess.run(["objdump", "-t", library], capture_output=True, text=True,
                               check=True).stdout
        for line in table.splitlines():
            symbol = re.match(r"\S+ .{7} (\.data|\.bss|\.tbss|\.tdata)\t\S+ (\S+)$", line)
            if not symbol or symbol.group(2).startswith((".", "__", "_ub_")):
                continue
            name = symbol.group(2).split(".")[0]
            if (module, name) not in MUTABLE_ALLOWED:
                yield f"{library}: \"{name}\" can change at file scope; put it into the context"


def main():
    findings = []
    count = 0
    for folder in ("kiosk", "firmware"):
        for path in sorted((ROOT / folder).rglob("*.[ch]")):
            text = path.read_text(encoding="utf-8")
            count += 1
            if module_of(path):
                findings += check_includes(path, text)
            findings += check_lengths(path, text)
    if len(sys.argv) > 1:
        findings += check_mutable(sys.argv[1])
    for finding in findings:
        print(finding, file=sys.stderr)
    if count == 0:
        sys.exit("layers.py: no source file found")
    print(f"layers: {count} files, {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
