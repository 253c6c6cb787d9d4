"""Extension: groups what the crawl writes, and ends it."""

import asyncio
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.utils.asyncio import create_looping_call

from scraper.crawling.site_crawl import SiteCrawl
from scraper.errors import VustaError

INTERVAL = 0.5
"""Seconds between two looks at whether enough has gathered for a commit."""


class Committer:
    """Commits whenever enough has gathered, and when the spider is closed; a crawl that cannot write any more is stopped."""

    def __init__(self, crawler: Crawler, crawl: SiteCrawl) -> None:
        self.crawler = crawler
        self.crawl = crawl
        self.timer = create_looping_call(self.commit)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension, listening to the spider."""
        committer = cls(crawler, crawler.spider.crawl)  # type: ignore[union-attr]  # a SiteSpider by now
        crawler.signals.connect(committer.opened, signals.spider_opened)
        crawler.signals.connect(committer.idle, signals.spider_idle)
        crawler.signals.connect(committer.closed, signals.spider_closed)
        return committer

    def opened(self) -> None:
        """Begin to look."""
        self.crawl.outcome = "running"
        self.crawl.stats = self.crawler.stats
        self.timer.start(INTERVAL, now=False)

    def commit(self) -> None:
        """Make permanent what has gathered."""
        try:
            self.crawl.catalogue.commit_when_full()
        except VustaError as error:
            self.crawl.failure = error
        if self.crawl.failure:
            self.timer.stop()
            self.stopping = asyncio.ensure_future(self.crawler.stop_async())

    def idle(self) -> None:
        """Close the spider with the outcome that the weather tells, where that is another than having finished."""
        if verdict := self.crawl.weather.verdict:
            raise CloseSpider(verdict)

    def closed(self, spider: Spider, reason: str) -> None:  # noqa: ARG002  (a signal's arguments)
        """End the crawl."""
        self.crawl.outcome = reason
        if self.crawl.failure:
            return
        self.timer.stop()
        try:
            self.crawl.finish()
        except VustaError as error:
            self.crawl.failure = error
