"""Sentences are compared in English here, whatever language the site speaks."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield
