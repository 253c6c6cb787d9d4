"""The survey: a few pages of every kind that a site has, asked for one by one."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from scraper import urls
from scraper.links import hrefs_in_xml
from scraper.probing.answers import Answer, Ask, follow
from scraper.probing.shapes import Shape, shape_of
from scraper.probing.visits import FOLLOWED, MOVED, Visit, visit
from scraper.site import Kind, Site

MOST_ASKED = 180
"""Requests of one survey at most, its robots.txt, feeds and sitemaps among them."""

MOST_FAILED = 5
"""Requests in a row that nothing answers before a site is left alone."""

ENOUGH, CLEAR = 14, 8
"""Pages of one shape that are asked for at most, and where all of them were alike."""

RARE = 3
"""Pages of a shape with few members that are asked for."""

MOST_LISTED = 400
"""Addresses that are taken from one feed or sitemap."""

SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
FEED_TYPES = ("application/rss+xml", "application/atom+xml")


@dataclass
class Survey:
    """What was seen of a site."""

    site: Site
    """What was known before: the address, and the defaults of the platform that the home page speaks of."""
    home: Answer
    asked: int = 0
    """Requests made."""
    failed: int = 0
    """Requests that nothing answered."""
    failed_in_a_row: int = 0
    robots: Answer | None = None
    feeds: dict[str, int] = field(default_factory=dict)
    """Feeds that answer, with the number of addresses they name."""
    sitemaps: dict[str, int] = field(default_factory=dict)
    """Sitemaps that answer, likewise."""
    visits: dict[str, Visit] = field(default_factory=dict)
    """Canonical address to the visit."""
    known: dict[str, str] = field(default_factory=dict)
    """Every canonical address met, with the address to ask for."""
    linked: Counter[str] = field(default_factory=Counter)
    """How many pages link to each."""

    @property
    def articles(self) -> list[Visit]:
        """The visits that found an article, each article once."""
        found = {(visit.article.headline, visit.article.article_body): visit for visit in self.visits.values() if visit.article}
        return list(found.values())

    @property
    def is_spent(self) -> bool:
        """Whether no more is to be asked: as much as there may be, or a site that has stopped answering."""
        return self.asked >= MOST_ASKED or self.failed_in_a_row >= MOST_FAILED


async def survey(home: Answer, site: Site, ask: Ask) -> Survey:
    """Return what is seen of ``site``, whose home page is ``home``, in about ``MOST_ASKED`` requests at most."""
    seen = Survey(site, home)
    counted = counting(seen, ask)
    _add(seen, visit(site.canonical(home.url), home, site))
    seen.robots = await follow(counted, urls.absolute(home.url, "/robots.txt"))
    await _ask_feeds(seen, counted)
    await _ask_sitemaps(seen, counted)
    while not seen.is_spent and (address := _next(seen)) is not None:
        await look(address, seen, ask)
    return seen


def counting(seen: Survey, ask: Ask) -> Ask:
    """Return ``ask``, its questions and failures counted."""

    async def counted(url: str) -> Answer:
        answer = await ask(url)
        seen.asked += 1
        seen.failed += bool(answer.failure)
        seen.failed_in_a_row = seen.failed_in_a_row + 1 if answer.failure else 0
        return answer

    return counted


async def look(address: str, seen: Survey, ask: Ask) -> None:
    """Ask for a known canonical address and note what is there; where it leads to another, that is what was visited."""
    answer = await follow(counting(seen, ask), seen.known[address])
    arrived = seen.site.canonical(answer.url)
    if arrived != address:
        seen.visits[address] = Visit(address, answer, MOVED)
    if not seen.site.holds(answer.url):
        return
    if arrived not in seen.visits or arrived == address:
        _add(seen, visit(arrived, answer, seen.site))


async def _ask_feeds(seen: Survey, ask: Ask) -> None:
    """Ask for the feeds that the home page names and those that the platform usually has."""
    root = etree.HTML(seen.home.body or b"<html></html>", parser=etree.HTMLParser())
    links = root.iter("link") if root is not None else ()
    named = [
        link.get("href") or ""
        for link in links
        if link.get("type") in FEED_TYPES and "comments" not in (link.get("href") or "")
    ]
    for url in _addresses([*named[:3], *seen.site.resolved(seen.site.feeds)], seen):
        answer = await follow(ask, url)
        if number := _take(answer, seen):
            seen.feeds[answer.url] = number


async def _ask_sitemaps(seen: Survey, ask: Ask) -> None:
    """Ask for the sitemaps that robots.txt names, those of the platform, and what the first of them names."""
    robots = seen.robots.body.decode("utf-8", "replace") if seen.robots and seen.robots.is_page else ""
    named = SITEMAP_LINE.findall(robots)
    for url in _addresses([*named[:3], *seen.site.resolved(seen.site.sitemaps), "/sitemap.xml"], seen):
        answer = await follow(ask, url)
        parts = [part for part in _listed(answer) if seen.site.kind_of(part) is Kind.SITEMAP][:4]
        numbers = [_take(answer, seen), *[_take(await follow(ask, part), seen) for part in parts]]
        if sum(numbers):
            seen.sitemaps[answer.url] = sum(numbers)


def _addresses(hrefs: Iterable[str], seen: Survey) -> list[str]:
    """Return ``hrefs`` absolute, each once, without those no request can be made for."""
    return list(dict.fromkeys(url for href in hrefs if (url := urls.link(seen.home.url, href))))


def _take(answer: Answer, seen: Survey) -> int:
    """Note the addresses that a feed or sitemap names and return their number."""
    inside = [url for url in _listed(answer)[:MOST_LISTED] if seen.site.kind_of(url) in FOLLOWED]
    for url in inside:
        seen.known.setdefault(seen.site.canonical(url), url)
    return len(inside)


def _listed(answer: Answer) -> list[str]:
    """Return the addresses in a feed or sitemap, none where the answer is neither."""
    hrefs = hrefs_in_xml(answer.body) if answer.is_page else ()
    return [url for href in hrefs if (url := urls.link(answer.url, href))]


def _add(seen: Survey, one: Visit) -> None:
    """Note a visit and the addresses it leads to."""
    seen.visits[one.address] = one
    for url in one.links:
        address = seen.site.canonical(url)
        seen.known.setdefault(address, url)
        seen.linked[address] += 1


def _next(seen: Survey) -> str | None:
    """Return the address to ask for next: of the shape seen least for its number of members, the one most linked to."""
    waiting: dict[Shape, list[str]] = defaultdict(list)
    for address in seen.known:
        if address not in seen.visits:
            waiting[shape_of(address)].append(address)
    visited: dict[Shape, list[Visit]] = defaultdict(list)
    for address, one in seen.visits.items():
        visited[shape_of(address)].append(one)
    open_shapes = [shape for shape in waiting if len(visited[shape]) < _wanted(visited[shape], len(waiting[shape]))]
    if not open_shapes:
        return None
    shape = min(open_shapes, key=lambda one: len(visited[one]) / math.log2(2 + len(waiting[one])))
    return max(waiting[shape], key=lambda address: seen.linked[address])


def _wanted(visited: list[Visit], waiting: int) -> int:
    """Return how many pages of a shape are to be seen."""
    if waiting + len(visited) <= RARE:
        return RARE
    return CLEAR if len({one.verdict for one in visited}) <= 1 else ENOUGH
