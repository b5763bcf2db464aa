#!/usr/bin/env python3
"""Makes an OFD (GB/T 33190-2016) of a text file: make_ofd.py IN.txt OUT.ofd

For tests: a page as GB/T 9704-2012 sets it (A4, 28 characters a line, 22 lines a page), one
TextObject a line, a title in the middle, first lines two characters in, a page number at the foot.
"""

import re
import sys
import unicodedata
import zipfile
from xml.sax.saxutils import escape

MM_PER_POINT = 25.4 / 72
SIZE = 16 * MM_PER_POINT
PITCH = 28.95 * MM_PER_POINT
LEFT, TOP = 28.0, 37.0
COLUMNS, ROWS = 28, 22
NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
NOT_FIRST = set("，。、；：？！）》」』”’…—%％,.;:?!)")  # may not begin a line


def width(character):
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def wrap(paragraph):
    """Lines of COLUMNS characters; words stay whole, marks that close are squeezed in."""
    lines, line, used = [], "", 0.0
    for unit in re.findall(r"[0-9A-Za-z]{1,20}|.", paragraph):
        wide = sum(map(width, unit))
        if used + wide > COLUMNS and unit not in NOT_FIRST:
            lines.append(line)
            line, used = "", 0.0
        line += unit
        used += wide
    return lines + [line] if line else lines


def deltas(text, stretch):
    """DeltaX of a line, runs of one value written as g COUNT VALUE."""
    steps = [round(width(c) * SIZE * stretch, 4) for c in text[:-1]]
    out, at = [], 0
    while at < len(steps):
        end = at
        while end < len(steps) and steps[end] == steps[at]:
            end += 1
        value = f"{steps[at]:.4f}"
        out.append(f"g {end - at} {value}" if end - at > 1 else value)
        at = end
    return " ".join(out)


def set_lines(text):
    """(text, x, stretch) of every line; None for an empty one. All but the last of a paragraph
    reach the margin, as office programs set them."""
    for number, paragraph in enumerate(text.splitlines()):
        body = paragraph.strip()
        if not body:
            yield None
            continue
        length = sum(map(width, body))
        if number == 0 and length <= COLUMNS:
            yield body, LEFT + (COLUMNS - length) / 2 * SIZE, 1.0
            continue
        # The indent stands in the place of the first line and not in its text.
        lines = wrap("\u3000\u3000" + body)
        for index, line in enumerate(lines):
            indent = 2 if index == 0 else 0
            shown = (line.lstrip("\u3000") if index == 0 else line).rstrip()
            room = COLUMNS - indent
            stretch = room / sum(map(width, shown)) if index + 1 < len(lines) else 1.0
            yield shown, LEFT + indent * SIZE, stretch


def text_object(identity, text, x, stretch, base):
    length = sum(map(width, text)) * SIZE * stretch
    moves = deltas(text, stretch)
    delta = f' DeltaX="{moves}"' if moves else ""
    return (
        f'<ofd:TextObject ID="{identity}" Boundary="{x:.4f} {base - SIZE:.4f} {length:.4f} '
        f'{SIZE * 1.2:.4f}" Font="3" Size="{SIZE:.4f}"><ofd:TextCode X="0" Y="{SIZE:.4f}"{delta}>'
        f"{escape(text)}</ofd:TextCode></ofd:TextObject>"
    )


def page_xml(number, lines):
    objects, identity = [], number * 1000
    for row, line in enumerate(lines):
        if line:
            objects.append(text_object(identity + row, *line, TOP + SIZE + row * PITCH))
    foot = f"— {number} —"
    objects.append(text_object(identity + 99, foot, 150.0, 1.0, 297 - 28))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {NAMESPACE}><ofd:Content>'
        f'<ofd:Layer ID="{identity + 100}" Type="Body">{"".join(objects)}</ofd:Layer>'
        f"</ofd:Content></ofd:Page>"
    )


def make_ofd(text):
    """Names and contents of the entries."""
    lines = list(set_lines(text))
    pages = [lines[at : at + ROWS] for at in range(0, len(lines), ROWS)] or [[]]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    entries = {
        "OFD.xml": f'{head}<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/PublicRes.xml": f'{head}<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:Fonts>'
        '<ofd:Font ID="3" FontName="仿宋_GB2312" FamilyName="仿宋_GB2312"/></ofd:Fonts></ofd:Res>',
    }
    listed = ""
    for number, page in enumerate(pages, 1):
        name = f"Pages/Page_{number - 1}/Content.xml"
        entries[f"Doc_0/{name}"] = page_xml(number, page)
        listed += f'<ofd:Page ID="{number}" BaseLoc="{name}"/>'
    entries["Doc_0/Document.xml"] = (
        f"{head}<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>999999</ofd:MaxUnitID>"
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    return entries


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8-sig") as source:
        entries = make_ofd(source.read())
    with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            # A fixed date: the same text makes the same bytes.
            about = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            about.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(about, content)


if __name__ == "__main__":
    main()
