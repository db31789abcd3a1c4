"""A drawing as a picture of dots, made from the same SVG as the file."""

import resvg_py

from orgchart.documents.fonts import FILES, REGULAR

# A picture takes 0.1 to 0.2 seconds and 10 megabytes for a million dots; two seconds are too long.
MOST_DOTS = 8_000_000


def write(svg: str, times: float, background: str = "#fff") -> bytes:
    """Return the SVG as PNG, drawn so many times larger than its own size, on a colour."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=times,
        background=background,
        skip_system_fonts=True,
        font_files=list(FILES),
        font_family=REGULAR,
    )


def dots(size: tuple[float, float], times: float) -> int:
    """Return how many dots the picture of a document of this size has."""
    return int(size[0] * times) * int(size[1] * times)
