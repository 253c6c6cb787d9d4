"""Walks: the pages of a listing that its pager posts back for, all under one address."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlencode

from scrapy import Request, Spider
from scrapy.http import Response

from scraper.catalogue import FoundAddress
from scraper.crawling.scheduler import request_for
from scraper.crawling.site_crawl import Reading
from scraper.extraction import Page
from scraper.site import Site
from spiders.discovery.pagers import LISTING_LIKE, Shown, articles_among
from spiders.discovery.postback import Step, following, steps

MOST_PAGES = 400
"""Pages at which a walk ends: more than any list of a union has."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through the pages of one listing, from the answer to its address on."""

    reading: Reading
    """What was read at the address. It is done with the walk, so that a killed run begins the walk anew."""
    ahead: tuple[Step, ...] = ()
    """The next step, and the first ones in the other pagers of the first page."""
    shown: Shown = field(default_factory=Shown)
    """What its pages have shown."""
    cookies: tuple[tuple[str, str], ...] = ()
    """Cookies that the server gave on the way; forms that are guarded against forgery are not taken without them."""
    pages: int = 0
    """Pages asked for by sending a form."""

    @property
    def is_over(self) -> bool:
        """Whether there is no step left to take."""
        return not self.ahead or self.pages >= MOST_PAGES

    def request(self, spider: Spider) -> Request:
        """Return the request of the next step; it waits in the memory of the scheduler, for it bears the address."""
        step = self.ahead[0]
        ask = request_for(self.reading.address, spider)
        ask.headers["Content-Type"] = "application/x-www-form-urlencoded"
        if self.cookies:
            ask.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies)
        ask.meta["walk"] = self
        walked = spider.walked  # type: ignore[attr-defined]  # a SiteSpider
        return ask.replace(url=step.url, method="POST", body=urlencode(step.fields), callback=walked)

    def went_on(self, page: Page | None, response: Response, found: Sequence[FoundAddress], site: Site) -> "Walk":
        """Return the walk after the step that brought ``page`` with the addresses ``found``; without a page it ends."""
        ahead: tuple[Step, ...] = ()
        if page:
            ends = self.shown.ends_with(articles_among(found))
            after = None if ends else following(page.root, page.base or response.url, self.ahead[0])
            ahead = tuple(step for step in (after, *self.ahead[1:]) if step and site.holds(step.url))
        return replace(self, ahead=ahead, cookies=cookies_after(self.cookies, response), pages=self.pages + 1)


def begin_walk(page: Page, response: Response, reading: Reading, found: Sequence[FoundAddress], site: Site) -> Walk:
    """Return the walk that begins at ``page``, with the addresses ``found``; one without steps where it holds an article."""
    if reading.article or reading.address.kind not in LISTING_LIKE:
        return Walk(reading)
    ahead = tuple(step for step in steps(page.root, page.base or response.url) if site.holds(step.url))
    walk = Walk(reading, ahead, cookies=cookies_after((), response))
    walk.shown.ends_with(articles_among(found))
    return walk


def cookies_after(cookies: Sequence[tuple[str, str]], response: Response) -> tuple[tuple[str, str], ...]:
    """Return ``cookies`` with those that ``response`` sets."""
    jar = dict(cookies)
    for header in response.headers.getlist("Set-Cookie"):
        try:
            jar |= {name: cookie.coded_value for name, cookie in SimpleCookie(header.decode("latin-1")).items()}
        except CookieError:
            continue
    return tuple(jar.items())
