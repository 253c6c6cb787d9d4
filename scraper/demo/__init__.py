"""The demo: three recorded sites of our own making, and what is shown of them."""

from pathlib import Path

from scraper import terminal
from scraper.catalogue import Catalogue
from scraper.definitions import load_platforms, load_site
from scraper.site import Site
from spiders import PLATFORMS

HERE = Path(__file__).parent


def recordings() -> list[Path]:
    """Return the recordings of the demo's sites."""
    return sorted((HERE / "sites").glob("*.warc.gz"))
