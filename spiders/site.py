"""The spider: asks for a page, reads it, finds where to go on."""

import os
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from scraper import urls
from scraper.article import Article
from scraper.captures import repair_open_files
from scraper.catalogue import Address, AddressState, Fetch, FoundAddress, open_catalogue
from scraper.crawling.browser import use_browser
from scraper.crawling.failures import CHALLENGE, failure_of
from scraper.crawling.obedience import HostWaits
from scraper.crawling.retrying import LATENCY, PUT_OFF
from scraper.crawling.scheduler import found_request, request_for
from scraper.crawling.site_crawl import CAPTURES, Reading, SiteCrawl, begin_crawl
from scraper.crawling.weather import weather_of
from scraper.errors import NotAnArticle, VustaError
from scraper.extraction import Page, examine, read_page, record_of
from scraper.extraction.kinds.standins import stand_in
from scraper.extraction.reading import look_at
from scraper.site import Kind, Site
from spiders.discovery import discover
from spiders.discovery.jsonlinks import is_json
from spiders.discovery.pagers import Pagers, first_counted
from spiders.discovery.walks import Walk, begin_walk

GONE = {404, 410}
MOST_HOPS = 4
"""Redirects between spellings of one address that are followed."""


class SiteSpider(Spider):
    """Reads one site; subclasses made by the loader carry its definition."""

    site: Site
    crawl: SiteCrawl
    pagers: Pagers

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, crawl: SiteCrawl | None = None, **kwargs: Any) -> Self:  # noqa: ANN401
        """Return the spider on ``crawl``, or on one of its own under ``scrapy crawl``."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        if crawl is None:
            output = Path(crawler.settings.get("VUSTA_OUTPUT") or os.environ.get("VUSTA_OUTPUT", "output"))
            catalogue = open_catalogue(output)
            repair_open_files(output / CAPTURES)
            crawl = begin_crawl(catalogue, output, cls.site)
            crawler.signals.connect(catalogue.close, signals.engine_stopped, weak=False)
        crawl.weather = weather_of(crawler.settings, cls.site.hosts[0], crawl.catalogue.pace(cls.site.name))
        spider.crawl = crawl
        spider.pagers = Pagers(cls.site, spider.count)
        return spider

    @classmethod
    def update_settings(cls, settings: Any) -> None:  # noqa: ANN401  (BaseSettings)
        """Give the definition's delay, concurrency, budget, certificate check and browser to the crawler."""
        super().update_settings(settings)
        polite = settings.getbool("POLITE")
        settings.set("DOWNLOAD_DELAY", cls.site.delay if polite else 0, priority="spider")
        for name in ("CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN"):  # what is taken ahead could not be held back
            settings.set(name, cls.site.concurrency if polite else 8, priority="spider")
        for name, most in (("MOST_MINUTES", cls.site.most_minutes), ("MOST_PAGES", cls.site.most_pages)):
            if most is not None:
                settings.set(name, most, priority="spider")
        settings.set("DOWNLOAD_VERIFY_CERTIFICATES", cls.site.verify_certificate, priority="spider")
        use_browser(settings, cls.site)

    async def start(self) -> AsyncIterator[Request]:
        """Yield the definition's listings, feeds, sitemaps and counted first pages; the frontier knows the rest."""
        site = self.site
        for url in (*site.start_urls, *site.resolved(site.feeds), *site.resolved(site.sitemaps), *first_counted(site)):
            if (kind := site.kind_of(url)) is not Kind.OFFSITE:  # a platform's feeds lie at the root, a union on a portal below
                yield found_request(FoundAddress(site.canonical(url), url, kind))

    def parse(self, response: Response, **_: object) -> Iterator[Request | Reading]:
        """Yield the addresses on the page, then what was read from it: the row is done only when they are known."""
        address: Address = response.meta["address"]
        self.count("page", f"{response.status // 100}xx")
        if response.status != 200:
            self.crawl.note(failure_of(response), responded=True)
        if response.status in urls.MOVED:
            yield from self.moved(response, address)
        elif response.status == 200:
            yield from self.read(response, address)
        else:
            state = AddressState.GONE if response.status in GONE else AddressState.FAILED
            yield Reading(address, fetch_of(response, state))

    def moved(self, response: Response, address: Address) -> Iterator[Request | Reading]:
        """Yield the address that the server sends us to; another spelling of the same one is asked for at once."""
        target = discover.target(response)
        hops = response.meta.get("hops", 0)
        if target and self.site.canonical(target) == address.canonical and hops < MOST_HOPS:
            again = request_for(replace(address, url=target), self)
            again.meta["hops"] = hops + 1
            yield again
            return
        yield from self.requests(discover.found([target] if target else [], response.url, address, self.site))
        yield Reading(address, fetch_of(response, AddressState.DONE))

    def read(self, response: Response, address: Address) -> Iterator[Request | Reading]:
        """Yield what a good answer holds."""
        reading = Reading(address, fetch_of(response, AddressState.DONE))
        if address.kind in (Kind.FEED, Kind.SITEMAP) or is_json(response.body):
            self.crawl.note(None, responded=True)
            yield from self.requests(self.pagers.followed(address, discover.listed(response, address, self.site)))
            yield reading
            return
        page = self.page(response)
        found = list(discover.linked(page, address, self.site)) if page else []
        challenged = page is not None and not found and self.is_challenge(page)
        self.crawl.note(CHALLENGE if challenged else None, responded=True)
        if page is None or challenged:
            yield Reading(address, fetch_of(response, AddressState.FAILED)) if challenged else reading
            return
        yield from self.requests(self.pagers.followed(address, found))
        reading = replace(reading, article=self.article(page, response, address))
        yield self.next_of(begin_walk(page, response, reading, found, self.site))

    def walked(self, response: Response) -> Iterator[Request | Reading]:
        """Yield the addresses on a page that a listing's pager posted back for, then what comes next."""
        walk: Walk = response.meta["walk"]
        self.count("page", f"{response.status // 100}xx")
        self.crawl.note(failure_of(response), responded=True)
        page = self.page(response) if response.status == 200 else None
        found = list(discover.linked(page, walk.reading.address, self.site)) if page else []
        yield from self.requests(found)
        yield self.next_of(walk.went_on(page, response, found, self.site))

    def next_of(self, walk: Walk) -> Request | Reading:
        """Return the request for the next page of ``walk``, at its end what was read where it began."""
        if walk.is_over or self.crawl.is_full:
            if walk.pages:
                self.count("pager", "walked")
            return walk.reading
        return walk.request(self)

    def page(self, response: Response) -> Page | None:
        """Return the page in ``response``, None where it holds none."""
        try:
            day = response.meta["fetched"].date()
            return read_page(response.body, response.url, content_type(response), self.site.encoding, day)
        except NotAnArticle as finding:
            self.count("not_article", finding.reason)
            return None

    def is_challenge(self, page: Page) -> bool:
        """Say whether a guard asks in place of the page whether we are human, and count it."""
        challenged = stand_in(look_at(page, self.site)) == CHALLENGE
        if challenged:
            self.count("not_article", CHALLENGE)
        return challenged

    def article(self, page: Page, response: Response, address: Address) -> Article | None:
        """Return the article on ``page``, None where it holds none."""
        if address.kind is Kind.LISTING:
            return None
        try:
            reading = examine(page, self.site, self.crawl.templates.template)
            article = record_of(reading)
        except NotAnArticle as finding:
            self.count("not_article", finding.reason)
            return None
        if seen := self.crawl.templates.look(reading):
            self.count("template", seen)
        return article.model_copy(update={"capture": response.meta.get("capture")})

    def requests(self, found: Iterable[FoundAddress]) -> Iterator[Request]:
        """Yield a request for every address not yet known."""
        return map(found_request, found)

    def failed(self, failure: Failure) -> Iterator[Reading]:
        """Yield what is known of an address that gave no answer; where we could not write, the crawl ends and it stays open.

        What waits for the robots.txt of its host stays as it is.
        """
        if isinstance(failure.value, VustaError):
            self.crawl.failure = failure.value
            return
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        kind = failure_of(failure.value, begun=LATENCY in request.meta)  # type: ignore[arg-type]  # never without a value
        refused = kind is None
        if refused:
            self.crawl.weather.withdrawn()
        else:
            self.crawl.note(kind, responded=False)
        if isinstance(failure.value, HostWaits):
            return
        self.count("page", "refused" if refused else "failed")
        state = AddressState.REFUSED if refused else AddressState.FAILED
        now = datetime.now(UTC)
        walk: Walk | None = request.meta.get("walk")
        yield walk.reading if walk else Reading(request.meta["address"], Fetch(state, now, due=now))

    def count(self, thing: str, outcome: str) -> None:
        """Count ``thing/outcome`` in the crawl's statistics."""
        if self.crawler.stats:
            self.crawler.stats.inc_value(f"{thing}/{outcome}")


def content_type(response: Response) -> str | None:
    """Return the Content-Type header of ``response``."""
    value = response.headers.get("Content-Type")
    return value.decode("latin-1") if value else None


def fetch_of(response: Response, state: AddressState) -> Fetch:
    """Return what ``response`` says about its address."""
    header = {name: value.decode("latin-1") for name in ("ETag", "Last-Modified") if (value := response.headers.get(name))}
    capture = response.meta.get("capture")
    moment: datetime = response.meta["fetched"]
    put_off: datetime | None = response.meta.get(PUT_OFF)
    return Fetch(
        state=AddressState.WAITING if put_off else state,
        moment=moment,
        due=put_off or moment,
        status=response.status,
        etag=header.get("ETag"),
        last_modified=header.get("Last-Modified"),
        digest=capture.payload_digest if capture else None,
    )
