"""Words that people in marketing use for the same thing."""

from orgchart.search.plain import mainland, plain

# Either word finds the other.
SAME = (
    ("业务部", "销售部"),
    ("通路", "渠道"),
    ("企划", "策划"),
    ("行销", "营销"),
    ("串货", "窜货"),
)


def other_ways(word: str) -> tuple[str, ...]:
    """Return the other plain words for what was typed, without the plain word itself."""
    found = [plain(word), mainland(word)]
    for one, other in SAME:
        found += [known.replace(one, other) for known in found if one in known]
        found += [known.replace(other, one) for known in found if other in known]
    return tuple(dict.fromkeys(way for way in found[1:] if way and way != found[0]))
