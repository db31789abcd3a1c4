"""Logging in, and passwords that are good for one login only."""

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

LONGEST_PASSWORD = 1000
# The mark stands in the salt, so it needs no column of its own and is gone as soon
# as the password is changed, by whichever door.
ONE_TIME = "onetime"


class LoginForm(AdminAuthenticationForm):
    """The admin's login, which does not hash megabytes for a stranger."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["password"]
        field.max_length = LONGEST_PASSWORD
        field.validators.append(MaxLengthValidator(LONGEST_PASSWORD))


class AnotherPassword:
    """A new password differs from the one it replaces, a one-time password above all."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raise ValidationError where the user has this password already."""
        if user is not None and check_password(password, user.password):
            raise ValidationError(
                _("This is the password you have now. Choose another one."),
                code="password_unchanged",
            )

    def get_help_text(self) -> str:
        return _("Your new password must not be the one you have now.")


def make_one_time(password: str) -> str:
    """The stored form of a password that must be replaced after the first login."""
    return make_password(password, salt=ONE_TIME + get_random_string(22))


def has_one_time_password(user: AbstractBaseUser) -> bool:
    """Whether the user still has to choose a password.

    Nobody can log in with a stored password that is empty or unreadable, but
    whoever is logged in while it becomes so must still be shown pages.
    """
    if not user.has_usable_password():
        return False
    try:
        salt = identify_hasher(user.password).decode(user.password)["salt"]
    except ValueError:
        return False
    return salt.startswith(ONE_TIME)
