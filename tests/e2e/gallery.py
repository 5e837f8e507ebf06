#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""gallery.py BIN OUT: life-kiosk --gallery writes scenes and poses, and a page that names them.

To draw and to pack them all takes a minute: some are drawn, others for each commit, and
those that are compared. TEST_ALL=1 draws all. (That all are in the list that --gallery
goes through is test_gallery's.)
"""

import html.parser
import os
import pathlib
import random
import re
import shutil
import struct
import subprocess
import sys
import zlib

BIN, OUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
GROUNDS = ("light", "brand", "dark")
SAMPLE = os.environ.get("TEST_SAMPLE", "1")
ALL = "TEST_ALL" in os.environ
DRAWN = 4 # scenes and poses a language
COMPARED = (("press-still", "press-pressed"), ("fetch-aed-still", "fetch-aed-step"),
            ("tap-shoulders-still", "tap-shoulders-moved"),
            ("look-breathing-still", "look-breathing-moved"),
            ("hand-place-still", "hand-place-asked"), ("call-120-still", "call-120-asked"))


def run(*arguments):
    return subprocess.run([BIN / "life-kiosk", *arguments], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL,
                          env={**os.environ, "ASAN_OPTIONS": "verify_asan_link_order=0"})


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.images, self.lang, self.words = [], None, []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "img":
            self.images.append(attributes["src"])
            assert attributes["alt"], "an image without a name"
        self.lang = attributes["lang"] if tag == "html" else self.lang

    def handle_data(self, data):
        self.words.append(data)


def pixels(path):
    """Width, height and the unpacked rows of a PNG of 8-bit colours."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", f"{path}: not a PNG"
    width, height = struct.unpack(">II", data[16:24])
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        packed += data[at + 8:at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    return width, height, zlib.decompress(packed)


def names_in(path, pattern):
    return re.findall(pattern, pathlib.Path(path).read_text(encoding="utf-8"), re.MULTILINE)


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
scenes = names_in("scripts/api.lua", r'^---@alias Scene .*\n((?:---\| .*\n)+)')
scenes = re.findall(r'"([^"]+)"', scenes[0])
acts = names_in("scripts/api.lua", r'^---\| "([^"]+)" # ([a-z0-9-]+)$')
poses = [pose for subject in sorted(pathlib.Path("kiosk/picture/poses").glob("*.def"))
         for pose in names_in(subject, r'^POSE\(\w+, "([^"]+)",')]
acts = [(act, scene) for act, scene in acts if scene in scenes]
assert len(scenes) > 10 and len(poses) > 30 and len(acts) > 15, (scenes, poses, acts)

print(f"# TEST_SAMPLE={SAMPLE}")
rng = random.Random(SAMPLE)
compared = [one.removesuffix("-still") for one, _ in COMPARED]
with_acts = sorted({scene for _, scene in acts})
for lang, title, fixed in (("en", "Pictures for lessons", compared),
                           ("zh-CN", "课程可用的图", [])):
    shown = {*fixed, *rng.sample(scenes, DRAWN), *rng.sample(with_acts, 1)}
    posed = set(rng.sample(poses, DRAWN))
    shown, posed = (set(scenes), set(poses)) if ALL else (shown, posed)
    folder = OUT / lang / "of pictures"
    only = [] if ALL else ["--only", ",".join(sorted(shown | posed))]
    # A scene and a pose of one name are asked for together.
    shown, posed = (shown | posed) & set(scenes), (shown | posed) & set(poses)
    done = run("--gallery", folder, "--lang", lang, *only)
    assert done.returncode == 0 and not done.stderr, done
    assert done.stdout == f"{folder}/index.html\n", done.stdout
    text = (folder / "index.html").read_text(encoding="utf-8")
    page = Page(text)
    words = "".join(page.words)
    assert page.lang == lang and title in words, page.lang
    assert not re.search(r"gallery_|\{name\}", words), words
    assert sorted(page.images) == sorted(p.name for p in folder.glob("*.png"))
    for name in scenes:
        assert (f'<section id="{name}">' in text) == (name in shown), name
        assert name not in shown or f'scene = "{name}"' in words, name
        for ground in GROUNDS:
            assert (f"{name}-still-{ground}.png" in page.images) == (name in shown), name
    for act, scene in acts:
        for ground in GROUNDS:
            file = f"{scene}-wrong-{act}-{ground}.png"
            assert (file in page.images) == (scene in shown), file
        assert scene not in shown or f'shows = "{act}"' in words, act
    for name in poses:
        assert (f"pose-{name}-light.png" in page.images) == (name in posed), name
        assert name not in posed or name in words, name
    print(f"gallery: {lang}: {len(page.images)} pictures of {len(shown)} scenes of "
          f"{len(scenes)} and {len(posed)} poses of {len(poses)}")
    for path in sorted(folder.glob("*.png")):
        width, height, rows = pixels(path)
        wanted = (240, 240) if path.name.startswith("pose-") else (600, 450)
        assert (width, height) == wanted, (path, width, height)
        assert len(set(rows)) > 40, f"{path}: nothing is drawn"

folder = OUT / "en" / "of pictures"
for one, other in COMPARED:
    same = (folder / f"{one}-dark.png").read_bytes() == (folder / f"{other}-dark.png").read_bytes()
    assert not same, f"{one} and {other} are one picture"

(OUT / "file").write_text("")
done = run("--gallery", OUT / "file" / "below")
assert done.returncode == 1 and "file" in done.stderr and done.stderr.count("\n") == 1, done
assert run("--gallery").returncode == 2
for names in ("no-such-scene", "press,no-such-scene", "press,,call-120"):
    done = run("--gallery", OUT / "none", "--only", names)
    assert done.returncode == 1 and "--only" in done.stderr and not (OUT / "none").exists(), done
done = run("--only", "press")
assert done.returncode == 2 and "--gallery" in done.stderr, done
