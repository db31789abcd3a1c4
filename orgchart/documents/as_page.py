"""The drawing of one page of paper, with its badges, in the size it is printed in."""

from collections.abc import Mapping

from orgchart.documents import as_svg
from orgchart.documents.continuation import badges
from orgchart.documents.paths import number
from orgchart.layout.fitting import edge_of
from orgchart.layout.paging import Page


def write(
    page: Page,
    *,
    title: str,
    style: str = "",
    signs: Mapping[str, as_svg.Sign] | None = None,
) -> str:
    """Return the page's drawing as SVG; without `style` a web page's stylesheet decides.

    `signs` mark departments, by their key.
    """
    drawing = page.drawing
    drawn = as_svg.write(drawing, title=title, style=style, signs=signs).removesuffix("</svg>")
    own = (
        f'viewBox="0 0 {number(drawing.width)} {number(drawing.height)}" '
        f'width="{number(drawing.width)}" height="{number(drawing.height)}"'
    )
    edge = edge_of(drawing)
    width = drawing.width - 2 * edge
    printed = (
        f'viewBox="{number(edge)} 0 {number(width)} {number(drawing.height)}" '
        f'width="{number(width * page.scale)}" height="{number(drawing.height * page.scale)}"'
    )
    return drawn.replace(own, printed, 1) + badges(page) + "</svg>"
