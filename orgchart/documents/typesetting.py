"""A program of its own: an order in JSON on standard input becomes a PDF on standard output.

It knows nothing of the rest, so that it starts quickly.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst


def typeset(order: dict[str, Any]) -> bytes:
    """Return the PDF: `source` is the path of the template, `data` what it shows."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=order["fonts"]
    )
    compiler = typst.Compiler(
        Path(order["source"]).read_bytes(), font_paths=fonts, ignore_system_fonts=True
    )
    data = json.dumps(order["data"], ensure_ascii=False)
    file = compiler.compile(format="pdf", sys_inputs={"data": data})
    assert isinstance(file, bytes)
    return file


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(json.load(sys.stdin.buffer)))
