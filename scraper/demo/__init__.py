"""The demo: three recorded sites of our own making, and what is shown of them."""

from pathlib import Path

from scraper.definitions import load_sites
from scraper.site import Site

HERE = Path(__file__).parent


def recordings() -> list[Path]:
    """Return the recordings of the demo's sites."""
    return sorted((HERE / "sites").glob("*.warc.gz"))


def sites(platforms: Path) -> dict[str, Site]:
    """Return the definitions of the demo's sites over the defaults in ``platforms``."""
    return load_sites([HERE / "definitions"], [platforms])
