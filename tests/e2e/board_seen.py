#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""board_seen.py PAGE OUT: the county's page in Chromium, as readers meet it.

Asked over the debugger's pipe: what is requested, what a screen reader is told, where Tab and
the arrow keys lead, whether anything is wider than the window at 1280 and 390 pixels and at
200 %, the contrast of each text, and what is printed. Leaves pictures and PDFs in OUT.
Run by hand: chromium comes with `tools/setup bench peers`.
"""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PAGE = pathlib.Path(sys.argv[1]).resolve()
OUT = pathlib.Path(sys.argv[2])
LANGUAGES = ["zh-CN", "en"]
SECTIONS = 6  # at least: counties stand there where there are several
CONTRAST = 4.5
faults = []


def check(good, what):
    if not good:
        faults.append(what)


class Browser:
    """The debugger speaks JSON, ended by NUL, on descriptors 3 and 4."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        to_read, self.to_write = os.pipe()
        self.from_read, from_write = os.pipe()

        def move():
            os.dup2(to_read, 3)
            os.dup2(from_write, 4)

        # Above 4, so that moving one does not close the other.
        to_read = os.dup2(to_read, 60)
        from_write = os.dup2(from_write, 61)
        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--user-data-dir={self.folder}", "--remote-debugging-pipe", "about:blank"],
            preexec_fn=move, close_fds=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.left, self.number, self.session, self.events = b"", 0, None, []
        target = next(it for it in self.ask("Target.getTargets")["targetInfos"]
                      if it["type"] == "page")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target,
                                flatten=True)["sessionId"]

    def read(self):
        while b"\0" not in self.left:
            more = os.read(self.from_read, 1 << 16)
            if not more:
                sys.exit("board_seen.py: chromium has ended")
            self.left += more
        message, self.left = self.left.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, **values):
        self.number += 1
        request = {"id": self.number, "method": method, "params": values}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.to_write, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"board_seen.py: {method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def await_event(self, method):
        while not any(it.get("method") == method for it in self.events):
            self.events.append(self.read())

    def run(self, code):
        result = self.ask("Runtime.evaluate", expression=code, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(f"board_seen.py: {result['exceptionDetails']}")
        return result["result"].get("value")

    def key(self, name, code):
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=name, code=name,
                     windowsVirtualKeyCode=code)

    def size(self, width, height=900, scale=1):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=scale, mobile=False)

    def end(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


# ---- what is seen --------------------------------------------------------------------------

TOO_WIDE = """document.documentElement.scrollWidth - document.documentElement.clientWidth"""

# Each text that is seen: its colour, and the first ground behind it that is not clear.
CONTRASTS = """(() => {
  const light = c => { const v = c.match(/[\\d.]+/g).slice(0, 3).map(x => x / 255)
      .map(x => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
  const found = {};
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !at.checkVisibility()) continue;
    let ground = at, colour = 'rgba(0, 0, 0, 0)';
    while (ground && colour === 'rgba(0, 0, 0, 0)') {
      colour = getComputedStyle(ground).backgroundColor; ground = ground.parentElement; }
    const own = at.closest('svg') ? getComputedStyle(at).fill : getComputedStyle(at).color;
    const a = light(own), b = light(colour);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    found[own + ' on ' + colour] = Math.min(found[own + ' on ' + colour] ?? 99, ratio);
  }
  return found; })()"""


def look(browser, lang):
    for width, scale in ((1280, 1), (390, 2), (640, 2)):  # 640 is 1280 at 200 %
        browser.size(width, 900, scale)
        wide = browser.run(TOO_WIDE)
        check(wide == 0, f"{lang}: {wide} pixels wider than {width}")
        height = browser.run("document.documentElement.scrollHeight")
        browser.size(width, min(height, 16000 // scale), scale)
        picture = browser.ask("Page.captureScreenshot")["data"]
        (OUT / f"board-{lang}-{width}.png").write_bytes(base64.b64decode(picture))
    browser.size(1280)
    for pair, ratio in browser.run(CONTRASTS).items():
        check(ratio >= CONTRAST, f"{lang}: {pair}: contrast {ratio:.2f}")


# ---- what a screen reader is told ----------------------------------------------------------

def value(node, name):
    return node.get(name, {}).get("value", "")


def listen(browser, lang):
    nodes = [it for it in browser.ask("Accessibility.getFullAXTree")["nodes"]
             if not it.get("ignored")]
    roles = {}
    for node in nodes:
        roles.setdefault(value(node, "role"), []).append(node)
    levels = [next(p["value"]["value"] for p in it["properties"] if p["name"] == "level")
              for it in roles.get("heading", [])]
    check(levels[:1] == [1] and levels.count(1) == 1, f"{lang}: headings {levels}")
    check(all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"{lang}: headings {levels}")
    check(levels.count(2) >= SECTIONS, f"{lang}: {levels.count(2)} sections")
    for role, least in (("table", 8), ("image", 3), ("region", 8), ("radio", 2), ("main", 1),
                        ("navigation", 1), ("columnheader", 20), ("rowheader", 20)):
        there = roles.get(role, []) + (roles.get("img", []) if role == "image" else [])
        check(len(there) >= least, f"{lang}: {len(there)} of {role}")
        unnamed = [it for it in there if role != "main" and not value(it, "name")]
        check(not unnamed, f"{lang}: {len(unnamed)} of {role} without a name")
    for node in roles.get("image", []) + roles.get("img", []):
        check(value(node, "name"), f"{lang}: a picture without words")
    return sum(len(it) for it in roles.values())


# ---- by keyboard ---------------------------------------------------------------------------

FOCUS = """(() => { const at = document.activeElement; const s = getComputedStyle(at);
  return [at.id || at.getAttribute('href') || at.getAttribute('aria-labelledby') || '',
          s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
          at.checkVisibility()]; })()"""


def tab_through(browser, lang):
    wanted = browser.run(f"""[...document.querySelectorAll('#{lang} a, #{lang} [tabindex="0"]')]
        .map(it => it.getAttribute('href') || it.getAttribute('aria-labelledby'))""")
    browser.run("document.activeElement.blur(); getSelection().removeAllRanges()")
    browser.run(f"document.getElementById('pick-{lang}').focus()")
    seen = []
    for _ in range(len(wanted)):
        browser.key("Tab", 9)
        name, marked, visible = browser.run(FOCUS)
        seen.append(name)
        check(marked, f"{lang}: nothing shows that {name} has the focus")
        check(visible, f"{lang}: {name} has the focus and is not seen")
    check(seen == wanted, f"{lang}: Tab leads through {seen}, not {wanted}")


def choose(browser, lang):
    """From one language to the next by an arrow key alone."""
    seen = browser.run("[...document.querySelectorAll('.page')]"
                       ".filter(it => it.checkVisibility()).map(it => it.lang)")
    check(seen == [lang], f"{seen} are seen, not {lang} alone")


# ---- on paper ------------------------------------------------------------------------------

def print_out(browser, lang):
    data = browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"]
    path = OUT / f"board-{lang}.pdf"
    path.write_bytes(base64.b64decode(data))
    facts = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    check("A4" in facts, f"{path}: not A4")
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True,
                          text=True).stdout
    squeezed = "".join(text.split())
    # Cells, headings and sentences: all that is seen but the ways round the page.
    for words in browser.run(f"""[...document.querySelectorAll(
            '#{lang} h1, #{lang} h2, #{lang} h3, #{lang} p, #{lang} td, #{lang} th')]
            .map(it => it.innerText)"""):
        plain = "".join(words.split())
        check(plain.lower() in squeezed.lower() or len(plain) > 30, f"{path}: has no {words}")
    return facts.split("Pages:")[1].split()[0]


OUT.mkdir(parents=True, exist_ok=True)
browser = Browser()
for domain in ("Page", "Network", "Accessibility"):
    browser.ask(f"{domain}.enable")
browser.ask("Page.navigate", url=PAGE.as_uri())
browser.await_event("Page.loadEventFired")
browser.run(f"document.getElementById('pick-{LANGUAGES[0]}').focus()")
told = []
for step, code in enumerate(LANGUAGES):
    if step:
        browser.run(f"document.getElementById('pick-{LANGUAGES[step - 1]}').focus()")
        browser.key("ArrowRight", 39)
    choose(browser, code)
    look(browser, code)
    nodes = listen(browser, code)
    tab_through(browser, code)
    told.append(f"{code}: {nodes} things told, {print_out(browser, code)} pages of A4")
asked = {it["params"]["request"]["url"] for it in browser.events
         if it.get("method") == "Network.requestWillBeSent"}
check(asked == {PAGE.as_uri()}, f"requests: {asked}")
browser.end()
for fault in faults:
    print(f"board_seen.py: {fault}", file=sys.stderr)
print(f"board_seen: {'; '.join(told)}; {len(faults)} faults")
sys.exit(1 if faults else 0)
