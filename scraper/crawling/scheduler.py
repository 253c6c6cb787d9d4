"""The scheduler over the address table: what is due is a row, and a restart goes on where the rows say."""

from collections import deque
from datetime import UTC, datetime
from typing import Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from scraper.catalogue import Address, FoundAddress
from scraper.crawling.site_crawl import SiteCrawl

READ_AHEAD = 16
"""Addresses taken from the table at a time. Those of a killed process are asked for again."""


class FrontierScheduler(BaseScheduler):
    """Puts the addresses of requests into the frontier and makes requests of what the frontier hands out.

    Requests that were handed out before (retries, challenges of a middleware) wait in memory: their address is not done yet,
    so a restart asks for it anyway.
    """

    def __init__(self, crawl: SiteCrawl) -> None:
        self.crawl = crawl
        self.again: deque[Request] = deque()
        self.ahead: deque[Address] = deque()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the scheduler of the crawl that the spider carries."""
        return cls(crawler.spider.crawl)  # type: ignore[union-attr]  # a SiteSpider by now

    def open(self, spider: Spider) -> None:
        """Take over the spider, whose callbacks the requests name."""
        self.spider = spider

    def has_pending_requests(self) -> bool:
        """Say whether anything is left to ask."""
        return bool(self.again) or self._look_ahead()

    def enqueue_request(self, request: Request) -> bool:
        """Queue ``request``; False where its address is known already."""
        if "address" in request.meta:
            self.again.append(request)
            return True
        return self.crawl.frontier.discover([request.meta["found"]], datetime.now(UTC)) > 0

    def next_request(self) -> Request | None:
        """Return a request for the next address, None where nothing is due or the crawl has what it was to bring."""
        if self.again:
            return self.again.popleft()
        return request_for(self.ahead.popleft(), self.spider) if self._look_ahead() else None

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
