"""What a download is called on the reader's disk."""

import re
import unicodedata
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext

from orgchart import outline

LONGEST = 80
# Most file systems hold 255 bytes; a Chinese character takes three, an emoji four.
MOST_BYTES = 240
FORBIDDEN = re.compile(r'[/\\:*?"<>|]')


def file_name(
    chart: outline.Chart,
    extension: str,
    part: str = "",
    *,
    content: str = "",
    day: date | None = None,
) -> str:
    """Return 营销部统辖制-架构图-v12-2026-11-23.svg: chart, content, revision, day.

    `part` names the branch or view that the file is limited to; `content` is
    the org chart unless it says otherwise, `day` is today. The chart's name is
    cut so that the whole fits every file system.
    """
    name = clean(chart.name) or gettext("chart")
    content = clean(content) or gettext("org chart")
    day = day or timezone.localdate()
    end = f"-v{chart.revision}-{day.isoformat()}.{clean(extension)}"
    middle = "-".join(["", content, *filter(None, [clean(part)])])
    middle = cut(middle, LONGEST // 2, MOST_BYTES // 2)
    rest = middle + end
    return cut(name, LONGEST - len(rest), MOST_BYTES - len(rest.encode())) + rest


def clean(text: str) -> str:
    """Return the text without what a file name cannot hold or could hide behind."""
    visible = "".join(one for one in text if unicodedata.category(one)[0] != "C")
    visible = " ".join(FORBIDDEN.sub("", visible).split())
    return re.sub(r"\.{2,}", "", visible).strip(".- ")


def cut(text: str, characters: int, size: int) -> str:
    """Return as much of the text as fits both limits, whole characters only."""
    short = text[:characters].encode()[:size].decode(errors="ignore")
    return short.rstrip(". ")
