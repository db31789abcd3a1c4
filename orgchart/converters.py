"""How readable names stand in an address."""


class Word:
    """A slug of letters of any script, digits, hyphens and underscores."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Side(Word):
    """A department of the chart in view, or "chart:department" for one of another chart."""

    regex = r"[-\w]+(?::[-\w]+)?"
