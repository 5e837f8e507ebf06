# SPDX-License-Identifier: MIT
"""xlsx: what stands in the cells of an XLSX file, by what knows nothing of its writer."""

import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells_of(book):
    """Sheet by sheet: its XML, and of each cell its formula and its value."""
    with zipfile.ZipFile(book) as file:
        shared = ["".join(t.text or "" for t in item.iter(MAIN + "t"))
                  for item in ET.fromstring(file.read("xl/sharedStrings.xml"))]
        names = sorted((n for n in file.namelist() if re.match(r"xl/worksheets/sheet\d", n)),
                       key=lambda name: int(re.search(r"\d+", name)[0]))
        for name in names:
            root = ET.fromstring(file.read(name))
            cells = {}
            for cell in root.iter(MAIN + "c"):
                value = cell.findtext(MAIN + "v")
                if cell.get("t") == "s":
                    value = shared[int(value)]
                elif value is not None:
                    value = float(value)
                cells[cell.get("r")] = (cell.findtext(MAIN + "f"), value)
            yield root, cells
