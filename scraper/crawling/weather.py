"""How a site does tonight, and what that allows: one object that the parts of its crawl tell and ask."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from sys import maxsize
from time import monotonic
from urllib.parse import urlsplit

from scrapy.settings import BaseSettings

from scraper.catalogue.outcomes import ASKED_TO_WAIT, DEAD, OUT_OF_PAGES, OUT_OF_TIME, ROBOTS_UNREACHABLE, UNWELL
from scraper.crawling.backoff import LONGEST_WAIT, Backoff
from scraper.crawling.breaker import Breaker
from scraper.crawling.budget import Budget
from scraper.crawling.failures import HARMLESS
from scraper.crawling.pace import Pace

WEATHER = frozenset({DEAD, UNWELL, ROBOTS_UNREACHABLE, ASKED_TO_WAIT, OUT_OF_TIME, OUT_OF_PAGES})
"""Outcomes of crawls that end before their site does; the next night goes on with the addresses that wait."""

never = partial(Breaker, failures=maxsize, window=maxsize)
"""Makes a breaker that never opens."""


@dataclass(slots=True)
class Weather:
    """The state of one site in one crawl. The one of nobody's, as made without arguments, allows everything."""

    breaker: Breaker = field(default_factory=never)
    budget: Budget = field(default_factory=Budget)
    pace: Pace = field(default_factory=Pace)
    backoff: Backoff = field(default_factory=Backoff)
    home: str = ""
    """Today's host; without its robots.txt nothing goes."""
    clock: Callable[[], float] = monotonic
    answers: int = 0
    """Answers that were none of the failures."""
    responses: int = 0
    """Answers of any kind."""
    failures: int = 0
    closed_hosts: set[str] = field(default_factory=set)
    """Hosts whose robots.txt could not be had."""
    _ended: str | None = None
    _held_until: float = 0.0

    @property
    def ended(self) -> str | None:
        """Why nothing more is to be asked tonight, as an outcome; None while there is no reason."""
        if self._ended is None and self.breaker.is_given_up:
            self._ended = self._ill
        if self._ended is None:
            self._ended = self.budget.spent
        return self._ended

    @property
    def verdict(self) -> str | None:
        """The outcome of a crawl that has nothing left to ask, None for one that simply finished."""
        if self.ended or self.answers:
            return self.ended
        if self.failures:
            return self._ill
        return ROBOTS_UNREACHABLE if self.closed_hosts else None

    @property
    def _ill(self) -> str:
        """The outcome for a site that fails."""
        return UNWELL if self.responses else DEAD

    def end(self, outcome: str) -> None:
        """Ask nothing more tonight."""
        self._ended = self.ended or outcome

    def close_host(self, host: str) -> None:
        """Take note that the robots.txt of ``host`` cannot be had; an old host of the site may be gone, today's may not."""
        self.closed_hosts.add(host)
        if host.removeprefix("www.") == self.home.removeprefix("www."):
            self.end(ROBOTS_UNREACHABLE)

    def wait(self) -> float:
        """Return the seconds until something may be asked; 0 for now."""
        return max(self.breaker.wait(), self._held_until - self.clock(), 0.0)

    def hold(self, seconds: float) -> None:
        """Ask nothing for so long, as the site wishes; end the night where that is too long."""
        if seconds > LONGEST_WAIT:
            self.end(ASKED_TO_WAIT)
        self._held_until = max(self._held_until, self.clock() + seconds)

    def asked(self) -> None:
        """Take note that a page is asked for."""
        self.breaker.asked()
        self.budget.asked()

    def withdrawn(self) -> None:
        """Take note that it was not asked for after all: something in between has refused."""
        self.breaker.withdrawn()
        self.budget.withdrawn()

    def outcome(self, failure: str | None, *, responded: bool) -> None:
        """Take note of what came: a ``failure`` of some kind or none, and whether the site ``responded`` at all."""
        self.responses += responded
        if failure is None or failure in HARMLESS:
            self.answers += 1
            self.breaker.answered()
        else:
            self.failures += 1
            self.breaker.failed()


def weather_of(settings: BaseSettings, home: str, learned: float = 0.0) -> Weather:
    """Return the weather at the beginning of a crawl of the site at ``home``; ``learned`` is the delay of earlier nights."""
    if not settings.getbool("POLITE"):
        return Weather()
    breaker = Breaker(
        failures=settings.getint("BREAKER_FAILURES"),
        pause=settings.getfloat("BREAKER_PAUSE"),
        longest=settings.getfloat("BREAKER_LONGEST_PAUSE"),
    )
    budget = Budget(settings.getfloat("MOST_MINUTES"), settings.getint("MOST_PAGES"))
    backoff = Backoff(base=settings.getfloat("RETRY_BASE"))
    return Weather(breaker, budget, Pace(settings.getfloat("DOWNLOAD_DELAY"), learned), backoff, urlsplit(home).netloc)
