"""Pagers: which addresses are pages of one series, and when a series has shown all it has.

A pager with a "next" on every page, one that answers its last page or its first to any number, one that goes on with empty
pages: all come to pages that show nothing which the series has not shown, and there it ends.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scraper.catalogue import Address, FoundAddress
from scraper.patterns import PAGE
from scraper.site import Kind, Site

ARTICLE_LIKE = {Kind.ARTICLE, Kind.OTHER}
"""Kinds that a listing lists."""

LISTING_LIKE = {Kind.LISTING, Kind.OTHER}
"""Kinds that a page of a listing may have."""

PATIENCE = 4
"""Pages in a row without a new address that are allowed for, where each lists something else than every page before: a box
of the latest titles beside the list names what the next pages will."""

NUMBER = re.compile(
    r"(?<=[?&])(?:page(?:_?(?:index|number|num|no))?|paged|pg|trang|start|limitstart|offset|cur(?:rent)?_?page|_[^=&]+_cur)"
    r"=(\d{1,9})(?:&|$)"
    r"|/(?:page|trang|currentpage|pageindex)[/-](\d{1,9})(?:\.html?|\.aspx)?(?=[/?]|$)",
    re.IGNORECASE,
)
"""How systems write the number of a page, or of its first article, into its canonical address."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address stands in a series of pages."""

    series: str
    """What the addresses of the series share."""
    number: int | None
    """Number of the page; None where the address bears none, as that of the first page often."""


def place_of(address: str) -> Place:
    """Return where a canonical address stands. Pages with several pagers are one series, or each would turn the others' pages.

    >>> place_of("https://a.vn/tin?id=5&page=3"), place_of("https://a.vn/tin?id=5")
    (Place(series='https://a.vn/tin?id=5', number=3), Place(series='https://a.vn/tin?id=5', number=None))
    >>> place_of("https://a.vn/tin/page/12"), place_of("https://a.vn/tin?_tin_cur=2&_van_ban_cur=7")
    (Place(series='https://a.vn/tin', number=12), Place(series='https://a.vn/tin', number=2))
    """
    found = NUMBER.search(address)
    return Place(NUMBER.sub("", address).rstrip("?&/"), int(found[1] or found[2]) if found else None)


def place_in(site: Site, found: Address | FoundAddress) -> Place:
    """Return where an address of ``site`` stands; the definition's own listings are series of their own."""
    counted = site.counted_page(found.url)
    return Place(*counted) if counted else place_of(found.canonical)


def first_counted(site: Site) -> list[str]:
    """Return the first pages of the counted listings of ``site``."""
    firsts = (listing.replace(PAGE, "1") for listing in site.resolved(site.counted))
    return [url for url in firsts if site.holds(url)]


def next_counted(site: Site, address: Address) -> list[str]:
    """Return the next page of the counted listing that ``address`` is a page of; none where it is none's."""
    counted = site.counted_page(address.url)
    return [counted[0].replace(PAGE, str(counted[1] + 1))] if counted else []


def articles_among(found: Iterable[FoundAddress]) -> list[str]:
    """Return the canonical addresses that may be articles, in order."""
    return [one.canonical for one in found if one.kind in ARTICLE_LIKE and place_of(one.canonical).number is None]


class Shown:
    """What the pages of one series have shown so far."""

    def __init__(self) -> None:
        self.addresses: set[str] = set()
        self.pages: set[int] = set()
        self.stale = 0

    def ends_with(self, articles: Sequence[str]) -> bool:
        """Take in what another page lists, in order and repeats included, and say whether the series ends with it.

        >>> shown = Shown()
        >>> [shown.ends_with(page) for page in (["/5", "/4"], ["/3", "/4"], ["/5", "/4"], [])]
        [False, False, True, True]
        """
        page = hash(tuple(articles))
        repeats = page in self.pages or not articles
        self.stale = self.stale + 1 if self.addresses.issuperset(articles) else 0
        self.pages.add(page)
        self.addresses.update(articles)
        return repeats or self.stale > PATIENCE


class Pagers:
    """What the series of a site have shown in this run. ``count`` is told of every one that ended though its links went on."""

    def __init__(self, site: Site, count: Callable[[str, str], None]) -> None:
        self.site = site
        self.count = count
        self.series: defaultdict[str, Shown] = defaultdict(Shown)

    def followed(self, address: Address, found: Iterable[FoundAddress]) -> list[FoundAddress]:
        """Return what is to be asked for of ``found`` at ``address``, each once; where a series ends, no more pages of it."""
        links = list(found)
        unique: dict[str, FoundAddress] = {}
        for link in links:
            unique.setdefault(link.canonical, link)
        here = place_in(self.site, address)
        if here.number is None or address.kind not in LISTING_LIKE:
            return list(unique.values())
        if not self.series[here.series].ends_with(articles_among(links)):
            return list(unique.values())
        kept = [link for link in unique.values() if not self._goes_on(link, here)]
        if len(kept) < len(unique):
            self.count("pager", "ended")
        return kept

    def _goes_on(self, link: FoundAddress, here: Place) -> bool:
        """Say whether ``link`` leads to a numbered page of the series ``here``."""
        there = place_in(self.site, link)
        return link.kind in LISTING_LIKE and there.number is not None and there.series == here.series
