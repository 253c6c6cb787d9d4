"""The definition that a survey speaks for, key by key, each with its evidence."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from scraper.extraction import Learner
from scraper.patterns import compiled
from scraper.probing.patterns import LEAST, Patterns
from scraper.probing.shapes import DIGITS, shape_of
from scraper.probing.survey import Survey
from scraper.site import Kind

MOST_STARTS, FEWEST_LINKS = 12, 3
"""Start pages proposed at most, and links to articles that make a page one."""

MOST_HIDDEN = 0.1
"""Share of the articles that a platform's patterns may take for something else."""

TITLE_PARTS = re.compile(r"\s+[|»·–—-]\s+")
SERVERS = re.compile(r"IIS|ASP\.NET", re.IGNORECASE)
"""Servers that take capitals and small letters for the same."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One key of the definition."""

    name: str
    value: str | bool | tuple[str, ...]
    evidence: str = ""
    """Why, in one line; empty where the value speaks for itself."""


@dataclass(frozen=True)
class Proposal:
    """What a survey says about the definition of its site."""

    seen: Survey
    supposed: str | None
    """Platform that the home page spoke of, whose defaults the survey went by."""
    known: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """Keys that say whose site it is, where that is known already."""

    @cached_property
    def patterns(self) -> Patterns:
        """What its addresses say."""
        return Patterns(self.seen)

    @cached_property
    def platform(self) -> str | None:
        """The platform, where its patterns tell most of the articles that were seen and hide few of them."""
        site = self.seen.site
        if self.supposed is None or site.article_url is None or self.patterns.share_of(site.article_url) < LEAST:
            return None
        kinds = [site.kind_of(one.answer.url) for one in self.seen.articles]
        hidden = sum(kind not in (Kind.ARTICLE, Kind.OTHER) for kind in kinds)
        return self.supposed if hidden <= MOST_HIDDEN * len(kinds) else None

    @cached_property
    def own_article_url(self) -> str | None:
        """The pattern of articles that the definition must give; None where the platform's tells them, or none does."""
        return None if self.platform and self.patterns.fits(self.seen.site.article_url) else self.patterns.article_url

    @cached_property
    def article_url(self) -> str | None:
        """The pattern of articles in force."""
        return self.own_article_url or (self.seen.site.article_url if self.platform else None)

    @property
    def home(self) -> str:
        """Scheme and host of the site, with the folder that it lies in."""
        return self.seen.site.hosts[0]

    def keys(self) -> Iterator[Proposed]:
        """Yield the keys of the definition in the order of the documentation."""
        seen = self.seen
        yield from self._owner()
        if self.platform:
            yield Proposed("platform", self.platform, "Its home page says so.")
        yield Proposed("status", "seen")
        yield Proposed("hosts", (self.home,))
        if starts := self._starts():
            yield Proposed(
                "start", (f"{self.home}/", *starts), "The home page, and the listings it links to that lead to most articles."
            )
        yield from self._named("feeds", seen.feeds)
        yield from self._named("sitemaps", seen.sitemaps)
        if self.own_article_url:
            yield Proposed("article_url", self.own_article_url, self._told_of(self.own_article_url))
        if listings := self.patterns.listings(self.article_url, seen.site.listing_url if self.platform else ()):
            yield Proposed("listing_url", tuple(listings), "Listings stood at all of these, and no article.")
        if useless := self.patterns.useless():
            yield Proposed("skip_url", tuple(useless), "Print views, doors or searches stood at all of these.")
        if SERVERS.search(" ".join(seen.home.headers.get(name, "") for name in ("server", "x-powered-by"))):
            yield Proposed("ignore_case", True, "The server is one of Microsoft's.")
        if order := self.learner.votes.order:
            yield Proposed("date_order", order, "Days above 12 stood there in its numeric dates.")

    def _owner(self) -> Iterator[Proposed]:
        """Yield whose site it is: as known, or what its pages call it and a place for the rest."""
        if self.known:
            yield from (Proposed(name, value) for name, value in self.known.items() if value)
            return
        yield Proposed("organisation", self._organisation, "What its pages call it; the full name of the union belongs here.")
        yield Proposed(
            "province",
            "",
            "Its province before and since 1 July 2025, for you to fill in; both are left out for the central union.",
        )
        yield Proposed("province_2025", "")

    @cached_property
    def learner(self) -> Learner:
        """What the pages of its articles have in common."""
        learner = Learner()
        for one in self.seen.articles:
            if one.reading:
                learner.look(one.reading)
        return learner

    @cached_property
    def _organisation(self) -> str:
        """What the pages call the site: in their metadata, else in most of their titles, else its host."""
        readings = [one.reading for one in self.seen.articles if one.reading]
        named = Counter(reading.metadata.site_name for reading in readings if reading.metadata.site_name)
        shared = Counter(part for reading in readings for part in TITLE_PARTS.split(reading.metadata.title)[1:])
        for counts in (named, shared):
            name, number = next(iter(counts.most_common(1)), ("", 0))
            if name and 2 * number > len(readings):
                return name
        return urlsplit(self.seen.home.url).netloc

    def _starts(self) -> list[str]:
        """Return the listings that the home page links to and that lead to most articles, their further pages left out."""
        site, pattern = self.seen.site, self.article_url
        home = self.seen.visits.get(site.canonical(self.seen.home.url))
        if home is None or pattern is None:
            return []
        linked = [site.canonical(url) for url in home.links]
        counts: dict[str, int] = {}
        for one in filter(None, map(self.seen.visits.get, linked)):
            if one.verdict == "listing" and not any(DIGITS in part for part in shape_of(one.address).segments):
                targets = {site.canonical(url) for url in one.links} - set(linked)
                counts[one.answer.url] = sum(compiled(pattern).search(target) is not None for target in targets)
        best = sorted(counts, key=lambda url: -counts[url])
        return [url for url in best if counts[url] >= FEWEST_LINKS][:MOST_STARTS]

    def _named(self, name: str, found: dict[str, int]) -> Iterator[Proposed]:
        """Yield the feeds or sitemaps that answered; none, where the platform promises some and none did."""
        if found:
            yield Proposed(name, tuple(found), f"Answered, naming {', '.join(map(str, found.values()))} addresses of the site.")
        elif self.platform and getattr(self.seen.site, name):
            yield Proposed(name, (), "Those of the platform do not answer.")

    def _told_of(self, pattern: str) -> str:
        """Return how well ``pattern`` tells the articles that were seen."""
        articles = self.patterns.articles
        met = round(self.patterns.share_of(pattern) * len(articles))
        others = len(self.patterns.others_at(pattern))
        return f"{met} of {len(articles)} articles seen stand at such an address, and {others} other pages."
