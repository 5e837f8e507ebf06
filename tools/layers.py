#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""layers.py [--text | --draw [--write]] [BUILD]: the rules of the structure that a compiler does not check.

- includes point down: a module includes nothing of its own rank or above;
- SDL, SQL, Lua and libserialport only where FENCES says;
- no function over 70 lines, no file over 500;
- with BUILD, the folder of a built preset (build/asan): the DEPS of each module and program
  are those that it includes, and of lower rank; every .c file is built; no mutable
  file-scope data in the kiosk;
- with --text as well: no comment over 90 columns or torn in two, and the drawing in
  README.md is what is built.

--draw prints that drawing, with --write into README.md. --root DIR reads another tree.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys

# From the lowest rank to the highest; those in one row do not know each other.
# A name here is that of a library or program in CMake; "main" is life-kiosk.
RANKS = [
    ["base", "wire"],
    ["cpr", "count", "sign", "manikin_core"],
    ["link", "store", "conf", "pack", "stick", "lkx", "sql"],
    ["picture", "text", "speech"],
    ["ui", "sound"],
    ["report", "station", "county"],
    ["lesson", "story", "driver", "manikin_sim", "figures"],
    ["author", "board"],
    ["screens", "cpr-analyze", "lesson-check", "manikin-sim", "coverage"],
    ["main"],
]
RANK = {module: rank for rank, row in enumerate(RANKS) for module in row}

# A library's headers -> where they may be included (folders, or one file).
FENCES = {
    r"SDL(_ttf)?\.h|SDL2/": ["kiosk/ui/", "kiosk/text/", "kiosk/sound/"],
    r"cairo|librsvg": ["kiosk/ui/", "kiosk/picture/", "kiosk/report/"],
    r"fontconfig|linebreak|unicode/": ["kiosk/text/"],
    r"pango": ["kiosk/report/"],
    r"xlsxwriter": ["kiosk/report/", "tests/bench/bench_report.c"],
    r"libpq": ["coverage/sql/"],
    r"qrencode": ["kiosk/picture/"],
    r"sqlite3": ["kiosk/store/", "coverage/sql/"],
    r"sodium": ["kiosk/store/", "kiosk/pack/", "kiosk/sign/"],
    r"systemd/": ["kiosk/stick/"],
    r"(lua|lualib|lauxlib)\.h": ["kiosk/lesson/", "kiosk/conf/"],
    r"opusfile|opusenc|opus/": ["kiosk/speech/opus_in.c", "kiosk/speech/voice_record.c"],
    r"espeak-ng/": ["kiosk/speech/engine.c"],
    r"libserialport": ["kiosk/link/port_serial.c"],
    r"(simavr/|sim_|avr_)": ["tools/manikin-sim/"],
}

FUNCTION_LINES = 70
FILE_LINES = 500
COMMENT_COLUMNS = 90

# The one sentence of the calling thread.
MUTABLE_ALLOWED = {("base", "last")}

# What CMake builds: `folder` is that of its CMakeLists.txt; `sources` are relative to the root.
Target = collections.namedtuple("Target", "kind name folder sources deps")


def read_targets(root, build):
    """The rows that tools/cmake/modules.cmake has written."""
    targets = []
    for row in (build / "modules.txt").read_text(encoding="utf-8").splitlines():
        kind, name, folder, sources, deps = row.split("\t")
        if folder.split("/")[0] == "tests":
            continue
        name = "main" if name == "life-kiosk" else name
        base = root / folder
        targets.append(Target(kind, name, folder, [base / s for s in sources.split()],
                              deps.split()))
    return targets


def folders_of(targets):
    """Folder -> the names of what is built of its files; a library and a program may share one."""
    owners = {}
    for target in targets:
        for source in target.sources:
            owners.setdefault(source.parent, set()).add(target.name)
    return owners


def owner_of(root, path, owners):
    """The rank name of a file: by what is built of its folder, else by the folder's name."""
    names = owners.get(path.parent, set())
    if names:
        return max(names, key=lambda name: RANK.get(name, -1))
    parts = path.relative_to(root).parts
    if parts[:2] == ("firmware", "wire"):
        return "wire"
    if parts[0] not in ("kiosk", "coverage"):
        return None
    return parts[1] if len(parts) > 2 else {"kiosk": "main"}.get(parts[0], parts[0])


def includes_of(text):
    for number, line in enumerate(text.splitlines(), 1):
        include = re.match(r'\s*#\s*include\s+(["<])([^">]+)[">]', line)
        if include:
            yield number, include.group(1) == "<", include.group(2)


def find_header(root, path, name):
    """Where an include with quotes points to; None when it is not ours."""
    for place in (path.parent, root / "kiosk", root / "coverage", root / "firmware", root / "tools"):
        if (place / name).is_file():
            return place / name
    return None


def check_includes(root, path, text, owners):
    module = owner_of(root, path, owners)
    for number, is_library, name in includes_of(text):
        where = f"{path.relative_to(root)}:{number}"
        if is_library:
            for pattern, allowed in FENCES.items():
                inside = any(str(path.relative_to(root)).startswith(a) for a in allowed)
                if re.match(pattern, name) and not inside:
                    yield f"{where}: <{name}> may be included only in {' and '.join(allowed)}"
            continue
        header = find_header(root, path, name)
        target = owner_of(root, header, owners) if header else None
        if target is None or target == module or module is None or header.parent == path.parent:
            continue
        if target not in RANK or module not in RANK:
            missing = module if module not in RANK else target
            yield f"{where}: {missing}/ has no rank; give it one in RANKS of tools/layers.py"
        elif RANK[target] >= RANK[module]:
            yield f"{where}: {module}/ may not know {target}/: arrows point down"


def check_lengths(root, path, text):
    lines = text.splitlines()
    where = path.relative_to(root)
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


def check_comments(root, path, text):
    """The formatter leaves comments alone: .clang-format, ReflowComments."""
    for comment in re.finditer(r"/\*.*?\*/", text, re.DOTALL):
        number = text.count("\n", 0, comment.start()) + 1
        where = f"{path.relative_to(root)}:{number}"
        lines = comment.group().split("\n")
        indent = comment.start() - (text.rfind("\n", 0, comment.start()) + 1)
        if any(len(line) + (indent if i == 0 else 0) > COMMENT_COLUMNS
               for i, line in enumerate(lines)):
            yield f"{where}: a comment over {COMMENT_COLUMNS} columns; write less, or two lines"
        if len(lines) > 1 and lines[0] != "/*" and lines[-1].strip() == "*/":
            yield f"{where}: a torn comment: text beside its \"/*\" ends beside its \"*/\""


def check_targets(root, targets, owners):
    """DEPS against the includes, and against the ranks."""
    names = {target.name for target in targets}
    for folder in sorted({target.folder for target in targets}):
        here = [target for target in targets if target.folder == folder]
        own = {target.name for target in here}
        where = f"{folder}/CMakeLists.txt: {' and '.join(sorted(own))}"
        deps = {dep for target in here for dep in target.deps if dep in names} - own
        for name in sorted(own - RANK.keys()):
            yield f"{where}: no rank; give it one in RANKS of tools/layers.py"
        for target in here:
            for dep in target.deps:
                if RANK.get(dep, -1) >= RANK.get(target.name, len(RANKS)):
                    yield f"{where}: DEPS {dep} is not below {target.name}"
        used = set()
        built = {source for target in here for source in target.sources}
        for place in sorted({root / folder} | {source.parent for source in built}):
            for path in sorted(place.glob("*.[ch]")):
                if path.suffix == ".c" and path not in built:
                    yield f"{path.relative_to(root)}: no SRC names it, so it is never built"
                for _, is_library, name in includes_of(path.read_text(encoding="utf-8")):
                    header = None if is_library else find_header(root, path, name)
                    if header:
                        used |= {owner_of(root, header, owners)}
        used -= own | {None}
        for name in sorted(used & names - deps):
            yield f"{where}: {name} is included; name it in DEPS"
        for name in sorted(deps - used):
            yield f"{where}: DEPS names {name}, which no file here includes"


def draw(targets):
    """One line a folder and what it knows, from the highest rank to the lowest."""
    known = {target.name: target for target in targets}
    lines = []
    for row in reversed(RANKS):
        here = [known[name] for name in row if name in known]
        here = [target for target in here if target.folder.split("/")[0] != "tools"]
        if here and lines:
            lines.append("")
        for target in here:
            programs = {"main": "kiosk/*.c", "coverage": "coverage/*.c"}
            folder = programs.get(target.name, target.folder + "/")
            deps = sorted(target.deps, key=lambda name: (-RANK.get(name, 0), name))
            arrow = f"{folder:<17} -> {' '.join(deps)}" if deps else folder
            lines.append(arrow)
    return "\n".join(lines) + "\n"


DRAWING = re.compile(r"(<!-- layers -->\n```\n).*?(```\n<!-- /layers -->\n)", re.DOTALL)


def check_drawing(root, targets):
    text = (root / "README.md").read_text(encoding="utf-8")
    drawn = DRAWING.sub(lambda block: block[1] + draw(targets) + block[2], text)
    if not DRAWING.search(text):
        yield "README.md: no drawing between <!-- layers --> and <!-- /layers -->"
    elif drawn != text:
        yield "README.md: the drawing is out of date: tools/layers.py --draw --write BUILD"


def write_drawing(root, targets):
    path = root / "README.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(DRAWING.sub(lambda block: block[1] + draw(targets) + block[2], text),
                    encoding="utf-8")


def check_mutable(build):
    for library in sorted([*build.glob("kiosk/*/lib*.a"), *build.glob("coverage/*/lib*.a")]):
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
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", nargs="?", type=pathlib.Path)
    parser.add_argument("--root", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--draw", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    root = options.root.resolve()
    if (options.draw or options.text) and not options.build:
        parser.error("the drawing needs BUILD, the folder of a built preset")
    targets = read_targets(root, options.build) if options.build else []
    if options.draw:
        if options.write:
            write_drawing(root, targets)
        else:
            print(draw(targets), end="")
        return
    owners = folders_of(targets)
    findings = []
    count = 0
    for folder in ("kiosk", "coverage", "firmware", "tools", "tests"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            text = path.read_text(encoding="utf-8")
            count += 1
            if options.text:
                findings += check_comments(root, path, text)
            if folder != "tests":
                findings += check_includes(root, path, text, owners)
                findings += check_lengths(root, path, text)
    if options.build:
        findings += check_targets(root, targets, owners)
        findings += check_mutable(options.build)
    if options.text:
        findings += check_drawing(root, targets)
    for finding in findings:
        print(finding, file=sys.stderr)
    if count == 0:
        sys.exit("layers.py: no source file found")
    print(f"layers: {count} files, {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
