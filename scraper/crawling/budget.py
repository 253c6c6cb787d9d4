"""What one site may cost in one night."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from scraper.catalogue.outcomes import OUT_OF_PAGES, OUT_OF_TIME


@dataclass(slots=True)
class Budget:
    """Time and pages; both are counted from the first request on, by the process that asks."""

    most_minutes: float | None = None
    """Minutes; None for any number."""
    most_pages: int | None = None
    """Pages asked for, repeated ones too; None for any number."""
    clock: Callable[[], float] = monotonic
    pages: int = 0
    """Pages asked for so far."""
    _begun: float | None = None

    @property
    def spent(self) -> str | None:
        """What has run out, as the outcome of a crawl; None while neither has.

        >>> budget = Budget(most_pages=1)
        >>> budget.asked()
        >>> budget.spent
        'out of pages'
        """
        if self.most_pages is not None and self.pages >= self.most_pages:
            return OUT_OF_PAGES
        if self.most_minutes is None or self._begun is None:
            return None
        return OUT_OF_TIME if self.clock() - self._begun >= 60 * self.most_minutes else None

    def asked(self) -> None:
        """Take note that a page is asked for."""
        self.pages += 1
        if self._begun is None:
            self._begun = self.clock()

    def withdrawn(self) -> None:
        """Take note that the request came to nothing without being asked."""
        self.pages -= 1
