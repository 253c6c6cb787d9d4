"""A site definition: whose site it is, what its addresses mean, and what the generic readers get wrong on it."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal
from urllib.parse import urljoin, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from scraper import urls


def _pattern(text: str) -> str:
    """Return ``text`` if it is a regular expression; raises ValueError otherwise."""
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from error
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
"""A regular expression, searched in the canonical address (https, no www., no trailing slash, no tracking parameters)."""


class Kind(StrEnum):
    """What an address leads to, as far as the definition can tell."""

    ARTICLE = "article"
    LISTING = "listing"
    FEED = "feed"
    SITEMAP = "sitemap"
    OTHER = "other"
    """Inside the site, and the definition is silent: the page itself decides."""
    FILE = "file"
    """A picture, document or other file: kept as an attachment's address, not crawled."""
    SKIPPED = "skipped"
    """Inside the site, and the definition says that it holds nothing: print twins, logins, searches, calendars."""
    OFFSITE = "offsite"


FILE_NAME = re.compile(
    r"\.(jpe?g|png|gif|bmp|webp|svg|ico|tiff?|pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|csv|zip|rar|7z|gz|mp3|mp4|m4a|wav|avi|wmv|flv"
    r"|mov|swf|css|js|json|woff2?|ttf|eot|exe|apk|ics)$",
    re.IGNORECASE,
)
"""Endings of paths that are files and never pages."""


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


class Generation(Definition):
    """A site as it was until it was rebuilt."""

    name: str = ""
    """Short name, part of the keys of its articles so that rebuilt sites may count from 1 again; empty for today's."""
    until: date | None = None
    """Last day it was in use; null for today's."""
    article_url: Pattern | None = None
    """Addresses of articles; the group ``key`` is the part that stays when the title changes."""
    selectors: Selectors = Selectors()
    """What the generic readers get wrong on it."""

    def article_key(self, address: str) -> str | None:
        """Return the key of the article at the canonical ``address``, None where it is no article's address."""
        found = re.search(self.article_url, address) if self.article_url else None
        if not found:
            return None
        key = found.groupdict().get("key") or _path_key(address)
        return f"{self.name}/{key}" if self.name else key


class Site(Generation):
    """One site, complete: its definition over the defaults of its platform."""

    name: str
    """ASCII snake case name, the file's name: ``cao_bang``."""
    organisation: str
    """Whose site it is, in Vietnamese."""
    province: str | None = None
    """Province as it was before 1 July 2025; null for the central union."""
    province_2025: str | None = None
    """Province since 1 July 2025; null for the central union."""
    platform: str | None = None
    """Name of the platform whose defaults apply; null for a site of its own make."""
    status: Literal["seen", "expected", "unknown"] = "expected"
    """Whether its addresses were seen on public copies, are expected from its platform, or no address is known at all."""
    hosts: tuple[str, ...] = ()
    """Where the union lives: scheme and host, with a path prefix where it shares a portal; the first is today's."""
    start: tuple[str, ...] = ()
    """Listing pages the crawl begins at; the first host's home page where none is given."""
    feeds: tuple[str, ...] = ()
    """Feeds, absolute or from the root of the first host."""
    sitemaps: tuple[str, ...] = ()
    """Sitemaps, absolute or from the root of the first host."""
    listing_url: tuple[Pattern, ...] = ()
    """Addresses of listings and their further pages."""
    skip_url: tuple[Pattern, ...] = ()
    """Addresses that are never fetched: print twins, searches, logins, calendars."""
    id_parameters: tuple[str, ...] = ()
    """Query parameters that carry the identity of a page; where given, all others are dropped."""
    twin_url: tuple[tuple[Pattern, str], ...] = ()
    """Rewrites of an address onto the article's own: pairs of pattern and replacement, for print, mobile and page twins."""
    generations: tuple[Generation, ...] = ()
    """Earlier generations of the site, newest first."""
    encoding: str | None = None
    """Encoding of its pages where they declare a wrong one."""
    date_order: Literal["dmy", "mdy"] = "dmy"
    """Order of day and month in its numeric dates."""
    delay: float = Field(default=1.0, ge=0)
    """Seconds between two requests."""
    concurrency: int = Field(default=1, ge=1, le=8)
    """Requests under way at a time."""
    verify_certificate: bool = True
    """False only where the site is known to serve a broken certificate."""
    in_language: str = "vi"
    """BCP 47 tag of its articles."""

    @cached_property
    def all_generations(self) -> tuple[Generation, ...]:
        """Today's generation and the earlier ones, newest first."""
        today = Generation(article_url=self.article_url, selectors=self.selectors)
        return (today, *self.generations)

    def canonical(self, url: str) -> str:
        """Return the spelling of ``url`` used for identity on this site; print and mobile twins become the article's own."""
        address = urls.canonical(url, self.id_parameters)
        for pattern, replacement in self.twin_url:
            address = re.sub(pattern, replacement, address)
        return address

    def generation_of(self, address: str) -> tuple[Generation, str] | None:
        """Return the generation and key of the article at the canonical ``address``, None where no pattern matches."""
        for generation in self.all_generations:
            key = generation.article_key(address)
            if key:
                return generation, key
        return None

    def article_key(self, url: str) -> str:
        """Return the key of the article at ``url``: from its pattern, else the path and query of the canonical address."""
        address = self.canonical(url)
        found = self.generation_of(address)
        return found[1] if found else _path_key(address)

    def holds(self, url: str) -> bool:
        """Say whether ``url`` lies inside the site."""
        parts = urlsplit(urls.canonical(url))
        return any(parts.netloc == host and f"{parts.path}/".startswith(prefix) for host, prefix in self._scope)

    @cached_property
    def _scope(self) -> tuple[tuple[str, str], ...]:
        """Host and path prefix of each place the site lives at."""
        parts = [urlsplit(urls.canonical(host)) for host in self.hosts]
        return tuple((part.netloc, part.path.rstrip("/") + "/") for part in parts)

    @cached_property
    def _special(self) -> dict[str, Kind]:
        """Canonical addresses whose kind the definition names outright."""
        return (
            {self.canonical(url): Kind.LISTING for url in self.start_urls}
            | {self.canonical(url): Kind.SITEMAP for url in self.resolved(self.sitemaps)}
            | {self.canonical(url): Kind.FEED for url in self.resolved(self.feeds)}
        )

    @cached_property
    def start_urls(self) -> tuple[str, ...]:
        """Addresses of the listings the crawl begins at."""
        return tuple(self.resolved(self.start)) or self.hosts[:1]

    def resolved(self, addresses: tuple[str, ...]) -> Iterator[str]:
        """Yield ``addresses`` made absolute against the first host."""
        return (urljoin(self.hosts[0].rstrip("/") + "/", address) for address in addresses if self.hosts)

    def kind_of(self, url: str) -> Kind:
        """Say what ``url`` leads to, from the definition alone."""
        if not self.holds(url):
            return Kind.OFFSITE
        address = self.canonical(url)
        if address in self._special:
            return self._special[address]
        if FILE_NAME.search(urlsplit(address).path):
            return Kind.FILE
        if _matches(self.skip_url, address):
            return Kind.SKIPPED
        if _matches(self.listing_url, address):
            return Kind.LISTING
        return Kind.ARTICLE if self.generation_of(address) else Kind.OTHER


def anonymous(url: str) -> Site:
    """Return a definition that says nothing but where ``url`` stands, for pages of sites nobody has described.

    >>> anonymous("https://www.a.vn/tin/1.html").name
    'a_vn'
    """
    host = urls.host_of(url)
    name = re.sub(r"\W+", "_", host) or "unknown"
    return Site(name=name, organisation=host or "unknown", hosts=(f"https://{host}",) if host else ())


def _matches(patterns: tuple[str, ...], address: str) -> bool:
    """Say whether one of ``patterns`` is found in ``address``."""
    return any(re.search(pattern, address) for pattern in patterns)


def _path_key(address: str) -> str:
    """Return the part of a canonical address after the host."""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")
