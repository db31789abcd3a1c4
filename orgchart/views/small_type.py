"""What to say of sheets whose type is too small to read."""

from django.utils.translation import gettext

from orgchart.layout.fitting import scale_on, type_size
from orgchart.layout.paging import Page
from orgchart.layout.paper import A3, SMALLEST_TYPE, Paper


def small_type(sheets: tuple[Page, ...]) -> str:
    """Return the size of the smallest type in points where it is hard to read, else nothing."""
    smallest = min((type_size(sheet.scale) for sheet in sheets), default=SMALLEST_TYPE)
    return f"{smallest:.1f}" if is_small(smallest) else ""


def is_small(size: float) -> bool:
    """Say whether type of so many points is hard to read, even when rounded."""
    return size < SMALLEST_TYPE - 0.05


def warning(sheets: tuple[Page, ...]) -> str:
    """Return half a sentence for the head of a file, or nothing where all can be read."""
    size = small_type(sheets)
    if not size:
        return ""
    words = gettext(
        "on one page the smallest type is %(size)s pt; from %(least)s pt on it can be read well"
    )
    return words % {"size": size, "least": SMALLEST_TYPE}


def advice(sheets: tuple[Page, ...], paper: Paper) -> str:
    """Return how small the type is and what would make it larger, or nothing."""
    size = small_type(sheets)
    if not size:
        return ""
    on_a3 = min(type_size(scale_on(A3, sheet.drawing)) for sheet in sheets)
    return words_for(paper, on_a3) % {
        "small_type": size,
        "least_type": SMALLEST_TYPE,
        "larger": f"{on_a3:.1f}",
    }


def words_for(paper: Paper, on_a3: float) -> str:
    """Return the advice: larger paper only where it is enough or there is some."""
    if paper == A3:
        return gettext(
            "On one page the smallest type is %(small_type)s pt; from %(least_type)s pt on it "
            "can be read well. By branch it is larger, and so it is with fewer levels."
        )
    if is_small(on_a3):
        return gettext(
            "On one page the smallest type is %(small_type)s pt; from %(least_type)s pt on it "
            "can be read well. A3 is not enough either, with %(larger)s pt: by branch it is "
            "larger, and so it is with fewer levels."
        )
    return gettext(
        "On one page the smallest type is %(small_type)s pt; from %(least_type)s pt on it "
        "can be read well. On A3 it is %(larger)s pt, and by branch it can be read on A4 too."
    )
