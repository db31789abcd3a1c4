"""Reading the query of an address: strictly, and with words for every mistake."""

import re
from collections.abc import Collection

from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

LONGEST_VALUE = 200
LONGEST_ECHO = 40
FLAGS = {"1": True, "true": True, "0": False, "false": False}


def check(query: QueryDict, names: Collection[str]) -> None:
    """Raise ValidationError unless each parameter is known, given once, and of fair length."""
    for name, values in query.lists():
        if name not in names:
            raise ValidationError({"detail": unknown(name, names)})
        if len(values) > 1:
            raise ValidationError({name: [_("Give this parameter once only.")]})
        if not values[0].strip():
            raise ValidationError({name: [_("Give this parameter a value, or leave it out.")]})
        if len(values[0]) > LONGEST_VALUE:
            sentence = _("The value is longer than %(limit)d characters. Shorten it.")
            raise ValidationError({name: [sentence % {"limit": LONGEST_VALUE}]})


def unknown(name: str, names: Collection[str]) -> str:
    """Return what to say about a parameter that does not exist here."""
    return _("There is no parameter “%(name)s” here. Use one of these: %(names)s.") % {
        "name": name[:LONGEST_ECHO],
        "names": ", ".join(sorted(names)),
    }


def number(query: QueryDict, name: str, default: int, lowest: int, highest: int) -> int:
    """Return a parameter that is a whole number within its limits."""
    value = query.get(name)
    if value is None:
        return default
    digits = value.lstrip("0") or "0"
    if re.fullmatch("[0-9]{1,9}", digits) is None or not lowest <= int(digits) <= highest:
        sentence = _("This must be a whole number from %(lowest)d to %(highest)d.")
        raise ValidationError({name: [sentence % {"lowest": lowest, "highest": highest}]})
    return int(digits)


def count(query: QueryDict, name: str) -> int:
    """Return a parameter that is a whole number of any size, 0 when it is not given."""
    value = query.get(name, "0")
    if re.fullmatch("[0-9]+", value) is None:
        raise ValidationError({name: [_("This must be a whole number, 0 or more.")]})
    return int(value)


def flag(query: QueryDict, name: str) -> bool:
    """Return a parameter that is on or off, off when it is not given."""
    value = query.get(name, "0")
    if value not in FLAGS:
        raise ValidationError({name: [_("This must be 1 or 0.")]})
    return FLAGS[value]
