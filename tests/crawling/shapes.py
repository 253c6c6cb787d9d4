"""Rows of the address table as tests need them."""

from scraper.catalogue import Address, AddressState
from scraper.site import Kind


def address(url: str, kind: Kind = Kind.LISTING, depth: int = 0) -> Address:
    """Return an address that was never asked for."""
    unknown = dict.fromkeys(
        "due found_on etag last_modified last_status last_fetched last_changed failing_since digest article_id offered_in fetched_in".split()
    )
    canonical = url.replace("http://", "https://")
    return Address(1, "a", canonical, url, kind, AddressState.WAITING, priority=0, depth=depth, failures=0, **unknown)
