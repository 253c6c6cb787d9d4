"""Downloader middleware: nothing is asked of a host before its robots.txt, and nothing that this forbids."""

import asyncio
from time import monotonic
from typing import Self
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from scraper import urls
from scraper.crawling.failures import FAILURES, failure_of
from scraper.crawling.retrying import wish_of
from scraper.crawling.robots import LIFETIME, MOST_HOPS, PATH, Rules, rules_of, unreachable
from scraper.crawling.weather import Weather

LONGEST_TRY = 60.0
"""Seconds until the next try beyond which a robots.txt is not waited for."""

OWN = "dont_obey_robotstxt"
"""Key that marks our own requests, wherever redirects lead them; Scrapy's name for it."""

Outcome = Response | Exception

NO_ANSWER: tuple[type[Exception], ...] = (IgnoreRequest, *FAILURES)
"""What may come in place of an answer; ValueError where a redirect leads to no address."""


class HostWaits(IgnoreRequest):
    """What a host allows cannot be known now: it is not asked for anything in this run, and its addresses wait."""


class RobotsMiddleware:
    """Asks each host once for its robots.txt, anew after a day, and keeps to it; tells the weather what it says of the pace."""

    def __init__(self, crawler: Crawler, weather: Weather) -> None:
        self.crawler = crawler
        self.weather = weather
        self.agent: str = crawler.settings["BOT_NAME"]
        self.retries = crawler.settings.getint("RETRY_TIMES")
        self.polite = crawler.settings.getbool("POLITE")
        self.asked: dict[str, tuple[float, asyncio.Future[Rules]]] = {}
        """By host, when it was asked and what came of it."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware, unless robots.txt is not to be obeyed."""
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured("robots.txt is not obeyed")
        return cls(crawler, crawler.spider.crawl.weather)  # type: ignore[union-attr]  # set by now

    async def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest where ``request`` is forbidden, HostWaits where that cannot be known."""
        url = urlparse_cached(request)
        if url.path == PATH or OWN in request.meta:
            return
        rules = await self.rules(url.scheme, url.netloc)
        if not rules.known:
            raise HostWaits(f"{url.netloc}: robots.txt cannot be had")
        if not rules.allow(request.url):
            self.count("forbidden")
            raise IgnoreRequest("forbidden by robots.txt")

    async def rules(self, scheme: str, host: str) -> Rules:
        """Return what ``host`` allows."""
        since, answer = self.asked.get(host, (0.0, None))
        if answer is None or monotonic() - since > LIFETIME:
            answer = asyncio.ensure_future(self.ask(scheme, host))
            self.asked[host] = monotonic(), answer
        return await asyncio.shield(answer)

    async def ask(self, scheme: str, host: str) -> Rules:
        """Ask ``host``, again where that may help; count what came of it and tell the weather."""
        tries = 0
        while True:
            tries += 1
            outcome = await self.followed(f"{scheme}://{host}{PATH}")
            rules = self.read(outcome)
            wish = wish_of(outcome) if isinstance(outcome, Response) else None
            wait = max(self.weather.backoff.wait(tries), wish or 0.0)
            if rules.known or tries > self.retries or wait > LONGEST_TRY:
                break
            await asyncio.sleep(wait)
        self.take_in(host, rules)
        return rules

    def read(self, outcome: Outcome) -> Rules:
        """Return what an answer, or none, means; a recording without one allows everything: there is nobody to wait for."""
        rules = rules_of(outcome.status, outcome.body, self.agent) if isinstance(outcome, Response) else unreachable(self.agent)
        if rules.known:
            return rules
        if failure := failure_of(outcome):
            self.count(failure, thing="failure")
        return rules if self.polite else Rules(self.agent)

    def take_in(self, host: str, rules: Rules) -> None:
        """Count what a host says, and tell the weather."""
        self.count("unreachable" if not rules.known else "read" if rules.parsed else "none")
        self.weather.pace.asked = max(self.weather.pace.asked, rules.delay)
        if not rules.known:
            self.weather.close_host(host)

    async def followed(self, url: str) -> Outcome:
        """Return what ``url`` leads to, the last redirect where there are too many."""
        for _ in range(MOST_HOPS):
            outcome = await self.fetched(url)
            target = outcome.headers.get("Location") if isinstance(outcome, Response) and outcome.status in urls.MOVED else None
            if target is None:
                return outcome
            url = urljoin(url, target.decode("latin-1").strip())
        return await self.fetched(url)

    async def fetched(self, url: str) -> Outcome:
        """Return what comes of asking for ``url``."""
        if self.crawler.engine is None or urlsplit(url).scheme not in ("http", "https"):
            return IgnoreRequest(f"{url}: no http address")
        meta = {"dont_redirect": True, "handle_httpstatus_all": True, "dont_retry": True, OWN: True}
        try:
            response: Response = await self.crawler.engine.download_async(Request(url, dont_filter=True, meta=meta))
        except NO_ANSWER as error:
            return error
        return response

    def count(self, outcome: str, thing: str = "robots") -> None:
        """Count ``thing/outcome``."""
        if self.crawler.stats:
            self.crawler.stats.inc_value(f"{thing}/{outcome}")
