"""What an answer says about further addresses of its site."""

from collections.abc import Iterable, Iterator

from lxml import etree
from scrapy.http import Response

from scraper import urls
from scraper.catalogue import Address, FoundAddress
from scraper.errors import AddressError
from scraper.extraction import Page
from scraper.site import Kind, Site

FOLLOWED = {Kind.ARTICLE, Kind.LISTING, Kind.FEED, Kind.SITEMAP, Kind.OTHER}
"""What is asked for; files, skipped and foreign addresses are not."""

MAX_DEPTH = {Kind.LISTING: 400, Kind.OTHER: 12}
"""Links from a start page at which a chain of pages is a trap: a pager may be long, a nest of unknown pages may not."""


def linked(page: Page, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses that ``page`` links to."""
    elements = page.root.iter("a", "area", "iframe", "frame")
    hrefs = (href for element in elements if (href := element.get("href") or element.get("src")))
    return found(hrefs, page.base or page.url, address, site)


def target(response: Response) -> str | None:
    """Return the address that a redirect leads to, None where it names none that can be asked for."""
    location = response.headers.get("Location")
    try:
        return urls.absolute(response.url, location.decode("utf-8", "replace")) if location else None
    except AddressError:
        return None


def listed(response: Response, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses in a feed (RSS, Atom) or sitemap; nothing where it is no XML."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(response.body.strip(), parser) if response.body.strip() else None
    if root is None:
        return iter(())
    texts = (element.text for element in root.iter("{*}loc", "{*}link") if element.text and element.text.strip())
    hrefs = (element.get("href") for element in root.iter("{*}link") if element.get("rel", "alternate") == "alternate")
    return found((href for href in (*texts, *hrefs) if href), response.url, address, site)


def found(hrefs: Iterable[str], base: str, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses of ``site`` among ``hrefs``, each once."""
    seen: set[str] = set()
    for href in hrefs:
        try:
            url = urls.absolute(base, href)
        except AddressError:
            continue
        kind = site.kind_of(url)
        canonical = site.canonical(url)
        if kind not in FOLLOWED or canonical in seen or address.depth >= MAX_DEPTH.get(kind, 1000):
            continue
        seen.add(canonical)
        yield FoundAddress(canonical, url, kind, address.depth + 1, address.url)
