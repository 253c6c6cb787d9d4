"""The scheduler over the address table: what is due is a row, and a restart goes on where the rows say."""

from collections import deque
from datetime import UTC, datetime
from typing import Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import CallLaterResult, call_later

from scraper.catalogue import Address, FoundAddress
from scraper.crawling.site_crawl import SiteCrawl

READ_AHEAD = 16
"""Addresses taken from the table at a time. Those of a killed process are asked for again."""

WAIT = "wait"
"""Key of the seconds that a request is to wait before it is asked again."""


class FrontierScheduler(BaseScheduler):
    """Puts the addresses of requests into the frontier and makes requests of what the frontier hands out.

    Requests that were handed out before (retries, challenges of a middleware) wait in memory: their address is not done yet,
    so a restart asks for it anyway. While the weather lets nothing be asked, one request waits for its end.
    """

    def __init__(self, crawler: Crawler, crawl: SiteCrawl) -> None:
        self.crawler = crawler
        self.crawl = crawl
        self.again: deque[Request] = deque()
        self.ahead: deque[Address] = deque()
        self.later: dict[Request, CallLaterResult] = {}
        """Requests that wait, with their timers."""
        self.held: Request | None = None
        """The one of them that waits for better weather."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the scheduler of the crawl that the spider carries."""
        return cls(crawler, crawler.spider.crawl)  # type: ignore[union-attr]  # a SiteSpider by now

    def open(self, spider: Spider) -> None:
        """Take over the spider, whose callbacks the requests name."""
        self.spider = spider

    def close(self, reason: str) -> None:  # noqa: ARG002  (Scrapy's)
        """Let what waits be asked for by the next run."""
        for timer in self.later.values():
            timer.cancel()
        self.later.clear()

    def has_pending_requests(self) -> bool:
        """Say whether anything is left to ask."""
        if self.crawl.weather.ended:
            return False
        return bool(self.again or (self.later and not self.crawl.is_full)) or self._look_ahead()

    def enqueue_request(self, request: Request) -> bool:
        """Queue ``request``; False where its address is known already."""
        if wait := request.meta.pop(WAIT, 0.0):
            self.later[request] = call_later(wait, self._wake, request)
            return True
        if "address" in request.meta:
            self.again.append(request)
            return True
        return self.crawl.frontier.discover([request.meta["found"]], datetime.now(UTC)) > 0

    def next_request(self) -> Request | None:
        """Return a request for the next address, None where nothing is due or may be asked now."""
        weather = self.crawl.weather
        if weather.ended:
            return None
        if wait := weather.wait():
            self._hold(wait)
            return None
        request = self._next()
        if request:
            weather.asked()
        return request

    def _next(self) -> Request | None:
        """Return the next request, whatever the weather."""
        if self.held:
            self.later.pop(self.held).cancel()
            request, self.held = self.held, None
            return request
        if self.again:
            return self.again.popleft()
        return request_for(self.ahead.popleft(), self.spider) if self._look_ahead() else None

    def _hold(self, wait: float) -> None:
        """Let the next request, where there is one, wait so many seconds: its return makes the engine ask here again."""
        if self.held is None and (request := self._next()):
            self.held = request
            self.later[request] = call_later(wait, self._wake, request)

    def _wake(self, request: Request) -> None:
        """Give a request that has waited to the engine, which gives it back to be asked."""
        self.later.pop(request, None)
        if self.held is request:
            self.held = None
        if self.crawler.engine:
            self.crawler.engine.crawl(request)

    def _look_ahead(self) -> bool:
        """Say whether an address is left, taking some from the table where none is at hand."""
        if self.crawl.is_full:
            return False
        if not self.ahead:
            self.ahead.extend(self.crawl.frontier.take(READ_AHEAD, datetime.now(UTC)))
        return bool(self.ahead)


def found_request(found: FoundAddress) -> Request:
    """Return the request that carries a discovered address to the scheduler."""
    return Request(found.url, meta={"found": found})


def request_for(address: Address, spider: Spider) -> Request:
    """Return the request that asks for ``address``; redirects come back as answers, so that each is captured and judged."""
    return Request(
        address.url,
        callback=spider.parse,
        errback=spider.failed,  # type: ignore[attr-defined]  # a SiteSpider
        dont_filter=True,
        meta={"address": address, "dont_redirect": True, "handle_httpstatus_all": True, "verbatim_url": True},
    )
