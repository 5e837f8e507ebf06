#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""preview.py BIN OUT: lesson-check --html writes pages that any browser opens: every card in
every language, as a picture of the kiosk's screen and in words, what leads where, and what was
found. Nothing in them is a script or comes from elsewhere."""

import html.parser
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import urllib.parse

BIN, OUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
LANGS = ("zh-CN", "en")
EMPTY = {"meta", "img", "br"}
ENVIRONMENT = {**os.environ, "LIFE_KIOSK_LANGUAGES": "tests/languages.lua",
               "ASAN_OPTIONS": "verify_asan_link_order=0"}
ODD = 'A <b>bold</b> word & "quotes"'


def check(program, *arguments, code):
    done = subprocess.run([program, *arguments], capture_output=True, text=True,
                          encoding="utf-8", env=ENVIRONMENT)
    assert done.returncode == code, f"{arguments}: {done.returncode}: {done.stdout}{done.stderr}"
    return done


class Page(html.parser.HTMLParser):
    """A page whose elements close in the order in which they opened."""

    def __init__(self, path):
        super().__init__()
        self.path, self.open, self.images, self.links, self.ids = path, [], [], [], []
        self.words, self.style, self.lang, self.sections = [], "", None, {}
        self.feed(path.read_text(encoding="utf-8"))
        assert not self.open, f"{path}: {self.open} are open at the end"

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag not in ("script", "iframe", "link", "object"), f"{self.path}: {tag}"
        assert not [it for it in attributes if it.startswith("on")], attributes
        if tag not in EMPTY:
            self.open.append(tag)
        if tag == "html":
            self.lang = attributes["lang"]
        if tag == "img":
            assert attributes["alt"], "a picture without words"
            self.images.append(urllib.parse.unquote(attributes["src"]))
        if tag == "a":
            self.links.append(attributes["href"])
        if "id" in attributes:
            self.ids.append(attributes["id"])

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"{self.path}: {tag} closes {self.open}"
        self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.words.append(data)
            section = self.ids[-1] if self.ids else ""
            self.sections[section] = self.sections.get(section, "") + data


def texts(folder, lang):
    lua = (folder / f"text/{lang}.lua").read_text(encoding="utf-8")
    return {key: text.replace('\\"', '"')
            for key, text in re.findall(r'^  (\w+) = "(.*)",$', lua, re.M)}


def look(path, folder, code):
    """What holds for the page of a lesson."""
    page = Page(path)
    words = "".join(page.words)
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"https?:|//", source.replace("<!DOCTYPE", "")), path
    assert "@import" not in page.style and "url(" not in page.style
    assert not re.search(r"page_|manner_|\{\w+\}", words), words
    assert page.lang == code
    for link in page.links:
        assert link.startswith("#") and link[1:] in page.ids, link
    for lang in LANGS:
        for key, text in texts(folder, lang).items():
            if key not in ("summary",):
                assert text in words, f"{path}: {lang}: {key} is not there: {text}"
    for name in page.images:
        data = (path.parent / name).read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n", name
        assert struct.unpack(">II", data[16:24]) == (1280, 720), name
    assert len(set(page.images)) == len(page.images)
    return page


def pixels_of(path, name):
    return (path.parent / name).read_bytes()


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
LESSONS = OUT / "lessons"
shutil.copytree("tests/lua/plays/plays", LESSONS / "plays")
check(BIN / "lesson-check", "--lang", "en", "--new", "fresh", LESSONS, code=0)
check(BIN / "lesson-check", "--lang", "en", "--new", "odd", LESSONS, code=0)
words = LESSONS / "odd/text/en.lua"
words.write_text(re.sub(r'title = ".*"', lambda _: 'title = "' + ODD.replace('"', '\\"') + '"',
                        words.read_text(encoding="utf-8")), encoding="utf-8")
shutil.copytree(LESSONS / "fresh", OUT / "half/half")
lua = OUT / "half/half/lesson.lua"
lua.write_text(lua.read_text(encoding="utf-8").replace('"fresh"', '"half"'), encoding="utf-8")
(OUT / "half/half/text/en.lua").unlink()
shutil.copytree(LESSONS / "fresh", LESSONS / "broken")
lua = LESSONS / "broken/lesson.lua"
lua.write_text(lua.read_text(encoding="utf-8").replace('id = "fresh",', 'id = "broken"'))

for code in LANGS:
    out = OUT / code
    names = ["broken", "fresh", "odd", "plays"] if code == "en" else ["fresh"]
    folder = LESSONS if code == "en" else LESSONS / "fresh"
    done = check(BIN / "lesson-check", "--lang", code, "--html", out, folder,
                 code=int("broken" in names))
    told = [line for line in done.stdout.splitlines() if line.endswith(".html")]
    assert told == [str(out / f"{name}.html") for name in [*names, "index"]], done.stdout
    index = Page(out / "index.html")
    assert index.links == [f"{name}.html" for name in names], index.links
    fresh = look(out / "fresh.html", LESSONS / "fresh", code)
    cards = [it for it in fresh.ids if it.startswith("card-")]
    assert cards == [f"card-{n}" for n in range(1, 9)], cards
    # As it is come to, after each of 3 answers, or 2, and put in order: in both languages.
    assert len(fresh.images) == 2 * (8 + 3 * 3 + 2 + 1), fresh.images
    ordered = "put in the right order" if code == "en" else "次序排对了"
    assert "".join(fresh.words).count(ordered) == 2
    first, other, answered = (pixels_of(out / "fresh.html", f"fresh/{name}.png")
                              for name in ("1-zh-CN", "1-en", "1-zh-CN-2"))
    assert len({first, other, answered}) == 3
    first = fresh.sections["card-1"]
    right, wrong = ("✓ right", "✗ wrong") if code == "en" else ("✓ 对", "✗ 错")
    assert first.count(right) == 2 * 2 and first.count(wrong) == 2 * 2 * 2, first
    assert "lesson.lua:24" in first
    # As long as the robot finds: the starter is heard for some minutes, in each language.
    heard = re.findall(r"8 张卡片，听完约 (\d) 分|8 cards on the longest way, heard in about (\d) min",
                       "".join(fresh.words))
    assert len(heard) == len(LANGS) and all(1 <= int("".join(it)) <= 3 for it in heard), heard
    assert fresh.sections["card-8"].rstrip().endswith("the end" if code == "en" else "结束")

plays = look(OUT / "en/plays.html", LESSONS / "plays", "en")
ways = "".join(plays.words)
for way in ("played with every step right / ", "a mistake at address / ", " / going past the card → 3"):
    assert way in ways, f"{way}: not among the ways"
# What is played is there as it is come to, and as it ends when all was right.
played = [name for name in plays.images if name.endswith("-1.png")]
assert len(played) >= 2 * 8 and all(
    pixels_of(OUT / "en/plays.html", name) !=
    pixels_of(OUT / "en/plays.html", name.replace("-1.png", ".png")) for name in played), played
odd = look(OUT / "en/odd.html", LESSONS / "odd", "en")
assert ODD in "".join(odd.words)
broken = Page(OUT / "en/broken.html")
assert not broken.images and "lesson.lua:7" in "".join(broken.words), broken.words

# A language that is not there is no language in the kiosk's own words.
check(BIN / "lesson-check", "--lang", "en", "--html", OUT / "half/out", OUT / "half/half", code=1)
half = Page(OUT / "half/out/half.html")
assert half.images and all("-zh-CN" in it for it in half.images), half.images
assert "".join(half.words).count("This picture was not drawn") == 8
assert "own words" not in "".join(half.words) and "en.lua" in "".join(half.words)

# Again into the same folder, one lesson alone; and places that cannot be written.
check(BIN / "lesson-check", "--html", OUT / "en", LESSONS / "fresh", code=0)
assert Page(OUT / "en/index.html").links == ["fresh.html"]
(OUT / "file").write_text("")
for place in (OUT / "file", OUT / "file/below"):
    said = check(BIN / "lesson-check", "--lang", "en", "--html", place, LESSONS / "fresh", code=1)
    assert "cannot be written" in said.stderr and str(place) in said.stderr, said.stderr
# A lesson's own folder is no place for pictures.
before = sorted(LESSONS.rglob("*"))
for place in (LESSONS, LESSONS / "fresh"):
    for lang, words in (("en", "own files"), ("zh-CN", "课程自己的文件")):
        said = check(BIN / "lesson-check", "--lang", lang, "--html", place, LESSONS / "fresh", code=1)
        assert words in said.stderr, said.stderr
assert sorted(LESSONS.rglob("*")) == before
for arguments in (["--html"], ["--html", "a", "--voice"], ["--html", "a", "--new", "b"]):
    check(BIN / "lesson-check", *arguments, code=2)

# Without the program that draws, the words are there.
alone = OUT / "alone/lesson-check"
alone.parent.mkdir()
shutil.copy(BIN / "lesson-check", alone)
ENVIRONMENT["LIFE_KIOSK_SCRIPTS"] = "scripts"
said = check(alone, "--lang", "en", "--html", OUT / "words", LESSONS / "fresh", code=1)
assert "life-kiosk" in said.stderr, said.stderr
page = Page(OUT / "words/fresh.html")
assert not page.images and "not drawn" in "".join(page.words)
done = subprocess.run([BIN / "life-kiosk", "--cards", LESSONS / "fresh"], capture_output=True,
                      text=True, env=ENVIRONMENT)
assert done.returncode == 2 and "--out" in done.stderr, done.stderr
for folder in (OUT / "nowhere", LESSONS / "broken"):
    done = subprocess.run([BIN / "life-kiosk", "--cards", folder, "--out", OUT / "none"],
                          capture_output=True, text=True, env=ENVIRONMENT)
    assert done.returncode == 1 and str(folder) in done.stderr, done.stderr
    assert not list((OUT / "none").glob("*.png"))


def cards_of(name, audience, run):
    """The pictures of a small lesson: {language: bytes of the card of every variant}."""
    folder, out = OUT / "seen" / name / "seen", OUT / "seen" / name / "out"
    (folder / "text").mkdir(parents=True)
    out.mkdir()
    (folder / "lesson.lua").write_text(
        f"return {{ api = 1, id = 'seen', minutes = 1, audience = {{ '{audience}' }},\n"
        f"run = function()\n{run}\nend }}\n", encoding="utf-8")
    for lang, words in (("zh-CN", "跪在旁边"), ("en", "Kneel beside")):
        (folder / f"text/{lang}.lua").write_text(
            f"return {{ title = '{words}', summary = '{words}', first = '{words}',\n"
            f"last = '120' }}\n", encoding="utf-8")
    check(BIN / "life-kiosk", "--cards", folder, "--out", out, code=0)
    return {lang: {path.name: path.read_bytes() for path in out.glob(f"*.{lang}.png")}
            for lang in LANGS}


# What visitors see above a card, and above its characters: "step 1 of 2", and pinyin.
ONE, TWO = "card.show { text = 'first' }", "card.show { text = 'last' }"
adults, again, pupils, longer = (
    cards_of("adults", "adult", ONE), cards_of("again", "adult", ONE),
    cards_of("pupils", "school", ONE), cards_of("longer", "adult", f"{ONE}\n{TWO}"))
assert adults == again
for lang in LANGS:
    assert len(adults[lang]) == 1 and len(longer[lang]) == 2, (adults, longer)
    (first, picture), = adults[lang].items()
    assert longer[lang][first] != picture, f"{lang}: how many steps there are is not seen"
    assert (pupils[lang][first] != picture) == (lang == "zh-CN"), f"{lang}: pinyin"
print(f"{len(fresh.images) + len(plays.images)} pictures of two lessons")
