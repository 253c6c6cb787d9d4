"""The pace of a site: the delay of its definition is the least; robots.txt and the server itself may ask for more."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

LONGEST_DELAY = 30.0
"""Seconds between two requests beyond which no wish of a site is followed; nobody could read it otherwise."""

LEAST_SLOWED = 1.0
"""Seconds that a site gets at least which asked for less."""

QUICKENING = 0.75
"""What becomes of a learned delay in a night without complaint."""


@dataclass(slots=True)
class Pace:
    """The delay between two requests to one site, in seconds."""

    least: float = 0.0
    """What the definition says."""
    learned: float = 0.0
    """What the site taught us, in earlier nights or in this one."""
    asked: float = 0.0
    """What its robots.txt asks for."""
    clock: Callable[[], float] = monotonic
    complaints: int = 0
    """Answers of this night that asked for less."""
    _since: float | None = None
    """When the delay was last raised."""

    @property
    def delay(self) -> float:
        """The delay that is kept.

        >>> Pace(least=2, asked=10).delay, Pace(least=2, asked=86400).delay, Pace(least=45, learned=8).delay
        (10, 30.0, 45)
        """
        return max(self.least, min(LONGEST_DELAY, max(self.learned, self.asked)))

    def slower(self, sent: float | None) -> None:
        """Double the delay; an answer to a request ``sent`` before it was last raised does not raise it again."""
        self.complaints += 1
        if sent is not None and self._since is not None and sent < self._since:
            return
        self.learned = min(LONGEST_DELAY, max(LEAST_SLOWED, 2 * self.delay))
        self._since = self.clock()

    def after(self, ended_well: bool) -> float:
        """Return what is known for the next night, 0 for nothing: less where this one ``ended_well`` and nobody complained.

        >>> Pace(least=1, learned=8).after(ended_well=True), Pace(least=1, learned=1.2).after(ended_well=True)
        (6.0, 0.0)
        """
        learned = self.learned * QUICKENING if ended_well and not self.complaints else self.learned
        return learned if learned > self.least else 0.0


class PaceMiddleware:
    """Downloader middleware: keeps the downloader to the pace of the site, whichever of its hosts is asked."""

    def __init__(self, crawler: Crawler, pace: Pace) -> None:
        self.crawler = crawler
        self.pace = pace

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware on the pace that the spider's crawl carries, unless nobody is to be polite to."""
        if not crawler.settings.getbool("POLITE"):
            raise NotConfigured("nobody to be polite to")
        return cls(crawler, crawler.spider.crawl.weather.pace)  # type: ignore[union-attr]  # set by now

    def process_request(self, request: Request) -> None:
        """Set the delay where the request is going; the downloader forgets a host that is not asked for a minute."""
        if self.crawler.engine is None:
            return
        downloader, delay = self.crawler.engine.downloader, self.pace.delay
        host = downloader.get_slot_key(request)
        downloader.per_slot_settings.setdefault(host, {})["delay"] = delay
        if host in downloader.slots:
            downloader.slots[host].delay = delay
