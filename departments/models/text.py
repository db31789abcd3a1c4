"""Text fields that hold only text a reader can see, in one normal form."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

# Overrides and isolates that make text read otherwise than it is stored.
BIDIRECTIONAL_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Co"})
INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"})
# Letters and symbols that are drawn as nothing: Hangul fillers, the empty Braille cell.
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")


def normalise(text: str) -> str:
    """Return the text in Unicode form C, trimmed, with plain line ends.

    A lone surrogate cannot be normalised; it is left for the validator.
    """
    return unicodedata.normalize("NFC", LINE_ENDS.sub("\n", text)).strip()


def fold(name: str) -> str:
    """Return what two names have in common when a reader takes them for one.

    Width, letter case, spaces and characters that nobody sees are ignored, as
    in 「市场 部」 and 「市场部」.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(one for one in plain if not is_left_unread(one))


def is_left_unread(character: str) -> bool:
    """Whether a reader does not see the character, whatever it stands beside."""
    return (
        character.isspace()
        or character in BLANKS
        or unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"  # choose another drawing of the same letter
    )


def is_invisible(character: str) -> bool:
    """Whether the character is drawn as nothing when it stands alone."""
    return character in BLANKS or unicodedata.category(character) in INVISIBLE_CATEGORIES


def is_forbidden(character: str) -> bool:
    """Whether the character cannot be shown, misleads, or cannot stand in a document."""
    return (
        unicodedata.category(character) in FORBIDDEN_CATEGORIES
        or character in BIDIRECTIONAL_CONTROLS
        # The last two of each plane, and U+FDD0 to U+FDEF, are no characters.
        or ord(character) & 0xFFFE == 0xFFFE
        or 0xFDD0 <= ord(character) <= 0xFDEF
    )


def refuse_unreadable(text: str) -> None:
    """Raise ValidationError where characters are hidden, forbidden or missing."""
    for character in text:
        if character in "\n\t":
            continue
        if is_forbidden(character):
            raise ValidationError(
                _("The text has a character that cannot be shown (U+%(code)s). Remove it."),
                code="unreadable",
                params={"code": f"{ord(character):04X}"},
            )
    if text and all(is_invisible(one) for one in text):
        raise ValidationError(
            _("The text has no visible character. Write something or leave it empty."),
            code="invisible",
        )


def refuse_line_breaks(text: str) -> None:
    """Raise ValidationError where a one-line text has several lines."""
    if "\n" in text or "\t" in text:
        raise ValidationError(_("Write this on one line."), code="line_break")


class LineField(models.CharField):
    """One line of text, at most 200 characters unless told."""

    default_validators = [refuse_unreadable, refuse_line_breaks]

    def __init__(self, *args, max_length=200, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)

    def to_python(self, value):
        return normalise(value) if isinstance(value, str) else super().to_python(value)


class ProseField(models.TextField):
    """Text of several lines, at most 4,000 characters unless told."""

    default_validators = [refuse_unreadable]

    def __init__(self, *args, max_length=4000, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)
        self.validators.append(MaxLengthValidator(max_length))

    def to_python(self, value):
        return normalise(value) if isinstance(value, str) else super().to_python(value)
