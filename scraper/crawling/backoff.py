"""How long to wait before asking again."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 600.0
"""Seconds that a crawl waits where a server names them; who asks for more is left for the night."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits that grow with every try, each drawn at random so that many requests do not come back together."""

    base: float = 2.0
    """Seconds that the first wait takes at most."""
    factor: float = 2.0
    """How much longer each further one is."""
    cap: float = 300.0
    """Seconds that no wait exceeds."""
    draw: Callable[[], float] = random.random
    """Gives a number from 0 up to 1."""

    def wait(self, tries: int) -> float:
        """Return the seconds to wait after so many failed ``tries``, counted from 1.

        >>> [Backoff(draw=lambda: 1.0).wait(tries) for tries in (1, 2, 3, 8, 5000)]
        [2.0, 4.0, 8.0, 256.0, 300.0]
        """
        return self.draw() * min(self.cap, self.base * self.factor ** min(tries - 1, 64))


def read_retry_after(header: str | None, now: datetime) -> float | None:
    """Return the seconds from ``now`` that a Retry-After header asks to wait, None where it says nothing.

    >>> now = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)
    >>> [read_retry_after(text, now) for text in ("120", "Fri, 01 Mar 2024 18:05:00 GMT", "soon")]
    [120.0, 300.0, None]
    """
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds())
