"""Numbers too large to read digit by digit, as people say them."""

from django.utils.translation import gettext

from orgchart.names import is_english

MILLION = 1_000_000
# Chinese counts by ten thousands: 800 万, and from a hundred million on 1.06 亿.
WAN, YI = 10_000, 100_000_000


def in_words(number: int) -> str:
    """Return a number in large units and at most three digits that count: 106 million, 1.06 亿."""
    # First rounded, then measured: 99,999,999 is 1 亿 and not 10000 万.
    rounded = float(f"{number:.3g}")
    if is_english():
        return gettext("%(number)s million") % {"number": f"{rounded / MILLION:g}"}
    if rounded < YI:
        return gettext("%(number)s ten thousand") % {"number": f"{rounded / WAN:g}"}
    return gettext("%(number)s hundred million") % {"number": f"{rounded / YI:g}"}
