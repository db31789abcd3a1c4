"""What a form was opened with, in short: it tells who has changed what since.

A seal is the record's version and one short print of each field's value. With it, a
form that comes back knows which fields its editor touched and which somebody else did.
"""

from base64 import urlsafe_b64encode
from hashlib import blake2b

from django import forms

from departments.models.text import normalise

LENGTH = 6  # bytes; two different texts of one field never meet by chance


def seal(version: int, values: dict[str, str]) -> str:
    """The text that the form carries: its version, then the values' prints in order."""
    return " ".join([str(version), *(imprint(text) for text in values.values())])


def version_in(text: str) -> str:
    """The version that the form was opened with, as it was sent."""
    return text.partition(" ")[0]


def prints_in(text: str, names: list[str]) -> dict[str, str]:
    """The print of each field when the form was opened; none where the seal is unreadable."""
    found = text.split(" ")[1:]
    return dict(zip(names, found, strict=True)) if len(found) == len(names) else {}


def imprint(text: str) -> str:
    return urlsafe_b64encode(
        blake2b(text.encode(errors="replace"), digest_size=LENGTH).digest()
    ).decode()


def plain(field: forms.Field, value) -> str:
    """A value, stored or typed, as one text; the same for the same meaning."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return " ".join(sorted(str(one) for one in value or ()))
    if isinstance(field, forms.BooleanField):
        return "on" if field.to_python(value) else ""
    # Browsers send line ends of their own.
    return "" if value is None else normalise(str(value))


def put(data, key: str, field: forms.Field, value) -> None:
    """Write a stored value into the data that a browser has sent."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        data.setlist(key, [str(one) for one in value or ()])
    elif isinstance(field, forms.BooleanField) and not value:
        data.pop(key, None)
    else:
        data[key] = plain(field, value)
