"""Lines of command: who stands above whom, among departments or among roles."""

from collections.abc import Collection, Iterator, Mapping


def above(key: str, parents: Mapping[str, str]) -> Iterator[str]:
    """Yield the keys above, the nearest first; a circle ends where it began."""
    passed = {key}
    while (key := parents.get(key, "")) and key not in passed:
        passed.add(key)
        yield key


def ends(keys: Collection[str], parents: Mapping[str, str]) -> tuple[str, ...]:
    """Return those that stand above none of the others.

    A superior and somebody below who do the same are one line: the one answers
    for it, the other does it. Two ends are two lines, and nobody has said which
    of them leads.
    """
    passed = {upper for key in keys for upper in above(key, parents)}
    return tuple(key for key in keys if key not in passed)


def in_one_line(one: str, other: str, parents: Mapping[str, str]) -> bool:
    """Say whether the two are the same or one is above the other."""
    return one == other or one in above(other, parents) or other in above(one, parents)
