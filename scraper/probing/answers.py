"""Asking a site for single pages: what comes back, and how to follow it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from scraper import urls

MOST_HOPS = 5
"""Redirects followed from one address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for one address."""

    url: str
    """Address that answered."""
    moment: datetime
    """When it was asked for, or when the recording was made; UTC."""
    status: int | None = None
    """HTTP status; None where nothing answered."""
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    """Response headers by small-letter name."""
    failure: str = ""
    """Why nothing answered, in a few words; empty where something did."""

    @property
    def is_page(self) -> bool:
        """Whether the address answered with something to read."""
        return self.status == 200

    @property
    def content_type(self) -> str | None:
        """The Content-Type header."""
        return self.headers.get("content-type")

    @property
    def target(self) -> str | None:
        """Address that a redirect leads to, None where no request can be made for it."""
        location = self.headers.get("location")
        return urls.link(self.url, location) if self.status in urls.MOVED and location else None

    @property
    def outcome(self) -> str:
        """The status or the failure, for a report."""
        if self.status in urls.MOVED:
            return f"redirects without end, at last to {self.target}" if self.target else "redirects to no http address"
        return self.failure or f"status {self.status}"


Ask = Callable[[str], Awaitable[Answer]]
"""Asks for one address, politely; never raises for what a server does."""


async def follow(ask: Ask, url: str) -> Answer:
    """Return the answer that ``url`` leads to after its redirects; the last redirect where they do not end."""
    answer = await ask(url)
    for _ in range(MOST_HOPS):
        if answer.target is None:
            break
        answer = await ask(answer.target)
    return answer
