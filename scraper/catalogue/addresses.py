"""Addresses: everything known about what a site answers where, one row an address."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scraper.site import Kind


class AddressState(StrEnum):
    """What is known about an address."""

    WAITING = "waiting"
    """Never answered yet."""
    DONE = "done"
    """Answered, and what it holds is known."""
    FAILED = "failed"
    """No answer, or one that says the server is unwell."""
    GONE = "gone"
    """404 or 410."""
    REFUSED = "refused"
    """robots.txt or the definition forbids it."""


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """A link as discovered."""

    canonical: str
    """Spelling used for identity."""
    url: str
    """What to ask the server for."""
    kind: Kind
    """What it is expected to be."""
    depth: int = 0
    """Links from a start page."""
    found_on: str | None = None
    """Page that links to it."""


@dataclass(frozen=True, slots=True)
class Address(FoundAddress):
    """A known address with what the server said last."""

    etag: str | None = None
    """Validator of the last good answer."""
    last_modified: str | None = None
    """Validator of the last good answer."""
    failures: int = 0
    """Failures since the last good answer."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """What came of asking for an address."""

    state: AddressState
    """What is known now."""
    moment: datetime
    """When the answer came."""
    status: int | None = None
    """HTTP status; None where nothing answered."""
    kind: Kind | None = None
    """What the page turned out to be, where it decided itself."""
    etag: str | None = None
    """Validator."""
    last_modified: str | None = None
    """Validator."""
    digest: str | None = None
    """Payload digest."""
