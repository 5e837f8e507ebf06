#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_result_page.py: what the page of a result's QR code says is what the kiosk says.

assets/result.html is one file that no kiosk serves, so its words cannot come from
scripts/text/; each advice there is here, in each language, and no other. And it loads
nothing: no address stands in it.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "assets/result.html"


def kiosk_advice(language):
    """key -> what is said under its heading, as the text file has it."""
    text = (ROOT / f"scripts/text/{language}.lua").read_text(encoding="utf-8")
    rows = re.findall(r'^ *advice_(\w+) = "(.*)",$', text, re.M)
    return {key: words.split("\\n")[-1] for key, words in rows}


def page_advice(page, language):
    start = re.search(rf'^  "?{re.escape(language)}"?: {{$', page, re.M)
    inside = page[start.end():]
    block = re.search(r"advice: {(.*?)}", inside, re.S).group(1)
    return dict(re.findall(r'^ *(\w+): "(.*)",$', block, re.M))


def main():
    page = PAGE.read_text(encoding="utf-8")
    faults = []
    languages = sorted(path.stem for path in (ROOT / "scripts/text").glob("*.lua"))
    for language in languages:
        kiosk = kiosk_advice(language)
        shown = page_advice(page, language)
        print(f"# {language}: {len(kiosk)} advices of the kiosk, {len(shown)} of the page")
        if len(kiosk) < 5:
            faults.append(f"{language}: the kiosk's advice was not found")
        for key in sorted(kiosk.keys() | shown.keys()):
            if kiosk.get(key) != shown.get(key):
                faults.append(f"{language} {key}: the kiosk says {kiosk.get(key)!r}, "
                              f"the page {shown.get(key)!r}")
    loads = re.findall(r"""(?:src|href|action)\s*=|https?://|@import|url\(|fetch\(""", page)
    if loads:
        faults.append(f"the page loads something: {loads}")
    for fault in faults:
        print(f"{PAGE.relative_to(ROOT)}: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
