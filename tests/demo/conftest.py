"""What the tests of the demo share."""

from pathlib import Path

import pytest

from scraper import demo as demonstration
from scraper.captures import read_captures

PLATFORMS = Path(__file__).parents[2] / "spiders" / "platforms"


@pytest.fixture(scope="session")
def sites():
    """The definitions of the demo's sites by name."""
    return demonstration.sites(PLATFORMS)


@pytest.fixture(scope="session")
def answers():
    """The recorded answers of all sites by address."""
    return {captured.url: captured for path in demonstration.recordings() for captured in read_captures(path)}
