"""A site definition: whose site it is, what its addresses mean, and what the generic readers get wrong on it.

Every pattern is searched, capitals and small letters alike, in the canonical address of ``scraper.urls``: https, no ``www.``,
no trailing slash, parameters sorted.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal, Self
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scraper import urls
from scraper.errors import AddressError
from scraper.kinds import Kind as Kind
from scraper.kinds import kind_by_name, likely_kind
from scraper.patterns import Counted, Pattern, Place, Rewrite, any_matches, compiled, pages_of, rewritten


class Definition(BaseModel):
    """Base of everything read from a definition file: immutable and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Selectors(Definition):
    """CSS selectors for what the generic readers get wrong; every one may be missing."""

    headline: str | None = None
    """Element that holds the headline."""
    date: str | None = None
    """Element that holds the line with the date of publication."""
    lead: str | None = None
    """Element that holds the lead."""
    body: str | None = None
    """Element that holds the whole text."""
    byline: str | None = None
    """Element that names the authors."""
    source: str | None = None
    """Element that names the source."""
    section: str | None = None
    """Element that names the category."""
    keywords: str | None = None
    """Elements that hold one tag each."""
    attachments: str | None = None
    """Elements that hold the links to the files."""
    remove: tuple[str, ...] = ()
    """Elements that are dropped before anything is read."""


class Edition(Definition):
    """What a site and each of its generations say about their articles."""

    article_url: Pattern | None = None
    """Addresses of articles. The group ``key`` is the part that stays when the title changes; the group ``part``, where there
    is one, names the counter behind it (a module, a language, a list), so that equal numbers do not meet. Without ``key``
    the path and query are the key."""
    selectors: Selectors = Selectors()
    """What the generic readers get wrong on it."""
    unseen: tuple[str, ...] = ()
    """Names of the keys whose values no public copy has shown: they are what its platform usually writes, for the first live
    check to prove."""


class Generation(Edition):
    """A site as it was until it was rebuilt, or an edition of it in another language."""

    name: str = ""
    """Short name, part of the keys of its articles so that rebuilt sites may count from 1 again; empty for today's."""
    until: date | None = None
    """Last day it was in use; null for today's."""
    in_language: str | None = None
    """BCP 47 tag of its articles; null where it is the site's."""

    def article_key(self, address: str) -> str | None:
        """Return the key of the article at the canonical ``address``, None where it is no article's address."""
        found = compiled(self.article_url).search(address) if self.article_url else None
        if not found:
            return None
        groups = found.groupdict()
        key = groups.get("key") or "/" + address.split("/", 3)[3]
        return "/".join(filter(None, (self.name, groups.get("part"), key)))


class Site(Edition):
    """One site, complete: its definition over the defaults of its platform."""

    name: str = Field(pattern="^[a-z0-9_]+$")
    """ASCII snake case name, the file's name: ``cao_bang``."""
    organisation: str = Field(min_length=1)
    """Whose site it is, in Vietnamese."""
    province: str | None = None
    """Province as it was before 1 July 2025; null for the central union."""
    province_2025: str | None = None
    """Province since 1 July 2025; null for the central union."""
    predecessors: tuple[str, ...] = ()
    """Names of the sites of the unions that merged into this one."""
    platform: str | None = None
    """Name of the platform whose defaults apply; null for a site of its own make."""
    status: Literal["seen", "expected", "unknown"] = "expected"
    """Whether its addresses were seen on public copies, are expected from its platform, or no address is known at all."""
    hosts: tuple[Place, ...] = ()
    """Where the union lives: scheme and host, with a path prefix where it shares a portal; the first is today's."""
    start: tuple[str, ...] = ()
    """Listing pages the crawl begins at; the first host's home page where none is given."""
    feeds: tuple[str, ...] = ()
    """Feeds, absolute or from the root of the first host."""
    sitemaps: tuple[str, ...] = ()
    """Sitemaps, absolute or from the root of the first host."""
    counted: tuple[Counted, ...] = ()
    """Listings that are asked for page by page, ``{page}`` counted from 1, for as long as they show new addresses: what buttons
    that load more ask for, and the REST API of WordPress."""
    listing_url: tuple[Pattern, ...] = ()
    """Addresses of listings and their further pages."""
    skip_url: tuple[Pattern, ...] = ()
    """Addresses that no link is followed to: print twins, searches, logins, calendars."""
    id_parameters: tuple[str, ...] = ()
    """Query parameters that carry the identity of a page; where given, all others are dropped."""
    twin_url: tuple[Rewrite, ...] = ()
    """Rewrites of an address onto the article's own: pairs of pattern and replacement, for print, mobile and page twins."""
    ignore_case: bool = False
    """Whether its server takes capitals and small letters of a path for the same, as all of Microsoft's do."""
    generations: tuple[Generation, ...] = ()
    """Earlier generations and other editions of the site, newest first."""
    encoding: str | None = None
    """Encoding of its pages where they declare a wrong one."""
    date_order: Literal["dmy", "mdy"] | None = None
    """Order of day and month in its numeric dates; null where nobody has checked, and each line is judged by itself."""
    delay: float = Field(default=1.0, ge=0)
    """Seconds between two requests."""
    concurrency: int = Field(default=1, ge=1, le=8)
    """Requests under way at a time."""
    most_minutes: float | None = Field(default=None, gt=0)
    """Minutes that a night may take; null for as many as any site."""
    most_pages: int | None = Field(default=None, ge=1)
    """Pages that are asked for in a night at most; null for as many as of any site."""
    verify_certificate: bool = True
    """False only where the site is known to serve a broken certificate."""
    browser: bool = False
    """True only where pages hold nothing until their scripts have run: they are read as Chromium shows them."""
    in_language: str = "vi"
    """BCP 47 tag of its articles."""

    @model_validator(mode="after")
    def _status_fits_hosts(self) -> Self:
        """Refuse a site without hosts that claims to be known, and one with hosts that does not."""
        if not self.hosts and self.status != "unknown":
            raise ValueError("no hosts are given, so status must be 'unknown'")
        if self.hosts and self.status == "unknown":
            raise ValueError("hosts are given, so status cannot be 'unknown'")
        return self

    @cached_property
    def all_generations(self) -> tuple[Generation, ...]:
        """Today's generation and the earlier ones, newest first."""
        today = Generation(
            article_url=self.article_url, selectors=self.selectors, unseen=self.unseen, in_language=self.in_language
        )
        return (today, *self.generations)

    def canonical(self, url: str) -> str:
        """Return the spelling of ``url`` used for identity on this site; print and mobile twins become the article's own."""
        return rewritten(self.twin_url, self._spelt(url))

    def generation_of(self, address: str, on: date | None = None) -> tuple[Generation, str] | None:
        """Return the generation and key of the article at the canonical ``address``, None where no pattern matches.

        Where several generations gave their articles the same addresses, the one in use ``on`` the day of the capture answers,
        today's where no day is given.
        """
        found = [(generation, key) for generation in self.all_generations if (key := generation.article_key(address))]
        in_use = (pair for pair in reversed(found) if on and on <= (pair[0].until or date.max))
        return next(in_use, found[0]) if found else None

    def article_key(self, url: str, on: date | None = None) -> str:
        """Return the key of the article at ``url`` on the day ``on``: from its pattern, else its address without the host."""
        address = self.canonical(url)
        found = self.generation_of(address, on)
        return found[1] if found else address.removeprefix(self._homes[0].rstrip("/") if self._homes else "")

    def holds(self, url: str) -> bool:
        """Say whether ``url`` lies inside the site."""
        return self.reach(url) > 0

    def reach(self, url: str) -> int:
        """Return the length of the longest of the site's hosts and folders that ``url`` lies in, 0 where it lies in none."""
        return self._reach(self._spelt(url))

    @cached_property
    def start_urls(self) -> tuple[str, ...]:
        """Addresses of the listings the crawl begins at."""
        return tuple(self.resolved(self.start)) or self.hosts[:1]

    def resolved(self, addresses: tuple[str, ...]) -> Iterator[str]:
        """Yield ``addresses`` made absolute against the first host."""
        return (urljoin(self.hosts[0].rstrip("/") + "/", address) for address in addresses if self.hosts)

    def kind_of(self, url: str) -> Kind:
        """Say what ``url`` leads to, from its address alone.

        What the definition names outright is that, whatever its patterns say; what a pattern names is no trap.
        """
        asked = self._spelt(url)
        if not self._reach(asked):
            return Kind.OFFSITE
        address = rewritten(self.twin_url, asked)
        named = self._named.get(asked) or (Kind.LISTING if self.counted_page(asked) else None)
        return named or kind_by_name(asked) or self._told(asked, address) or likely_kind(address)

    def counted_page(self, url: str) -> tuple[str, int] | None:
        """Return the counted listing that ``url`` is a page of, absolute, and the page's number; None where it is none's."""
        asked = self._spelt(url) if self._counters else ""
        found = ((listing, pattern.fullmatch(asked)) for listing, pattern in self._counters.items())
        return next(((listing, int(page[1])) for listing, page in found if page), None)

    def _told(self, asked: str, address: str) -> Kind | None:
        """Return what the patterns say of an address as ``asked`` for and, twins resolved, as it is known."""
        if any_matches(self.skip_url, asked) or (address != asked and any_matches(self.skip_url, address)):
            return Kind.SKIPPED
        if address in self._named or any_matches(self.listing_url, address):
            return self._named.get(address, Kind.LISTING)
        return Kind.ARTICLE if self.generation_of(address) else None

    def _spelt(self, url: str) -> str:
        """Return the canonical spelling of ``url`` as asked for, print twins still apart."""
        address = urls.canonical(url, self.id_parameters)
        return urls.in_small_letters(address) if self.ignore_case else address

    def _reach(self, address: str) -> int:
        """Return the length of the longest home that the canonical ``address`` lies in."""
        folder = address.partition("?")[0].rstrip("/") + "/"
        return max((len(home) for home in self._homes if folder.startswith(home)), default=0)

    @cached_property
    def _homes(self) -> tuple[str, ...]:
        """Canonical addresses of the site's hosts and folders, with a slash at the end."""
        return tuple(self._spelt(host).rstrip("/") + "/" for host in self.hosts)

    @cached_property
    def _counters(self) -> dict[str, re.Pattern[str]]:
        """Counted listings, absolute, with the pattern of the canonical addresses of their pages."""
        patterns = {listing: pages_of(listing, self._spelt) for listing in self.resolved(self.counted)}
        return {listing: pattern for listing, pattern in patterns.items() if pattern}

    @cached_property
    def _named(self) -> dict[str, Kind]:
        """Canonical addresses whose kind the definition names outright."""
        return (
            {self._spelt(url): Kind.LISTING for url in (*self.hosts, *self.start_urls)}
            | {self._spelt(url): Kind.SITEMAP for url in self.resolved(self.sitemaps)}
            | {self._spelt(url): Kind.FEED for url in self.resolved(self.feeds)}
        )


@lru_cache(maxsize=64)
def _unknown(home: str) -> Site:
    """Return a definition of the site at the address ``home``."""
    host = urls.host_of(home)
    return Site(name=re.sub(r"\W+", "_", host), organisation=host, hosts=(home,))


def anonymous(url: str) -> Site:
    """Return a definition that says nothing but where ``url`` stands, for pages of sites nobody has described.

    >>> anonymous("https://www.a.vn/tin/1.html").name
    'a_vn'
    """
    try:
        return _unknown(urljoin(urls.absolute(url, url), "/"))
    except AddressError:
        return Site(name="unknown", organisation="unknown", status="unknown")


def site_of(url: str, sites: Iterable[Site]) -> Site | None:
    """Return the one of ``sites`` that ``url`` lies in, the one with the longest matching folder where several share a host."""
    nearest = max(sites, key=lambda site: site.reach(url), default=None)
    return nearest if nearest and nearest.holds(url) else None
