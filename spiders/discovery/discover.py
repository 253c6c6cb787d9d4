"""What an answer says about further addresses of its site."""

from collections.abc import Iterable, Iterator

from scrapy.http import Response

from scraper import urls
from scraper.catalogue import Address, FoundAddress
from scraper.extraction import Page
from scraper.links import hrefs_in_xml, hrefs_on
from scraper.site import Kind, Site
from spiders.discovery.jsonlinks import hrefs_in, is_json, pages_in
from spiders.discovery.pagers import next_counted, place_of

FOLLOWED = {Kind.ARTICLE, Kind.LISTING, Kind.FEED, Kind.SITEMAP, Kind.OTHER}
"""What is asked for; files, skipped and foreign addresses are not."""

MAX_DEPTH = {Kind.LISTING: 400, Kind.OTHER: 12}
"""Links from a start page at which a chain of pages is a trap: a pager may be long, a nest of unknown pages may not."""


def linked(page: Page, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses that ``page`` links to, and the next where it is a page of a counted listing."""
    return found([*hrefs_on(page), *next_counted(site, address)], page.base or page.url, address, site)


def target(response: Response) -> str | None:
    """Return the address that a redirect leads to, None where it names none that can be asked for."""
    location = response.headers.get("Location")
    return urls.link(response.url, location.decode("utf-8", "replace")) if location else None


def listed(response: Response, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses in JSON, a feed (RSS, Atom) or a sitemap; nothing where it is none of them."""
    if is_json(response.body):
        pieces = (href for piece in pages_in(response.body, response.url) for href in hrefs_on(piece))
        return found([*hrefs_in(response.body), *pieces, *next_counted(site, address)], response.url, address, site)
    return found(hrefs_in_xml(response.body), response.url, address, site)


def found(hrefs: Iterable[str], base: str, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses of ``site`` among ``hrefs``, in order, an address as often as it is named."""
    for url in filter(None, (urls.link(base, href) for href in hrefs)):
        kind = site.kind_of(url)
        canonical = site.canonical(url)
        if kind not in FOLLOWED or address.depth >= fence(kind, canonical):
            continue
        yield FoundAddress(canonical, url, kind, address.depth + 1, address.url)


def fence(kind: Kind, canonical: str) -> int:
    """Return how many links from a start page an address is too far away; a page of a series is as good as a listing."""
    is_listing = kind is Kind.OTHER and place_of(canonical).number is not None
    return MAX_DEPTH.get(Kind.LISTING if is_listing else kind, 1000)
