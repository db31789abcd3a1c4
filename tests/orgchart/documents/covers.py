"""What stands around the drawings of tests, and how files are read again."""

import struct
import zlib
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from orgchart.documents.cover import Cover
from orgchart.views.legend import legend

COVER = Cover("方案", date(2026, 11, 23), "方案 · 修订 12", "整个方案", "还没有部门。")


def legends(pages):
    return [legend(page.drawing) for page in pages]


def read_png(content):
    """Return width, height, and the rows of a picture as bytes."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    place, data = 8, b""
    width, height = struct.unpack(">II", content[16:24])
    while place < len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        if content[place + 4 : place + 8] == b"IDAT":
            data += content[place + 8 : place + 8 + length]
        place += length + 12
    raw = zlib.decompress(data)
    step = len(raw) // height
    return width, height, [raw[start : start + step] for start in range(0, len(raw), step)]


def read_pdf(content):
    return PdfReader(BytesIO(content))


def text_of(page):
    """Return what can be selected on a page, without spaces and line ends."""
    return "".join(page.extract_text().split())
