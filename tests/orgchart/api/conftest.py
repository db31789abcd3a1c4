import pytest


@pytest.fixture(autouse=True)
def _patience(settings):
    """Tests ask more often than a visitor may."""
    settings.API_RATE = None
