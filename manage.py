#!/usr/bin/env python
"""Django's command line for the org chart."""

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from orgchart import environment
from orgchart.secret import make_key

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Run a command; what an operator can mend is said in a sentence, not in a trace."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "orgchart.settings")
    try:
        if sys.argv[1:2] == ["start"]:
            # Before the settings are read, because they refuse to be read without a key.
            make_key(environment.folder("DATA_DIR", HERE / "data") / "secret_key")
        # A wrong value is said now, not by whichever command stumbles over it.
        list(settings.INSTALLED_APPS)
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(str(problem))
    except OperationalError as problem:
        sys.exit(f"The database does not answer: {problem}")
    except KeyboardInterrupt:
        sys.exit("Stopped.")


if __name__ == "__main__":
    main()
