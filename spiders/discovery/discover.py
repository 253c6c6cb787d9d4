"""What an answer says about further addresses of its site."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from lxml import etree
from scrapy.http import Response

from scraper import urls
from scraper.catalogue import Address, FoundAddress
from scraper.errors import AddressError
from scraper.extraction import Page
from scraper.site import Kind, Site
from spiders.discovery.jsonlinks import hrefs_in, is_json, pages_in
from spiders.discovery.pagers import next_counted, place_of

FOLLOWED = {Kind.ARTICLE, Kind.LISTING, Kind.FEED, Kind.SITEMAP, Kind.OTHER}
"""What is asked for; files, skipped and foreign addresses are not."""

MAX_DEPTH = {Kind.LISTING: 400, Kind.OTHER: 12}
"""Links from a start page at which a chain of pages is a trap: a pager may be long, a nest of unknown pages may not."""

MORE = re.compile(r"\W*(?:xem|tải)\s+thêm\b.{0,30}|\W*load\s+more\b.{0,30}", re.IGNORECASE | re.DOTALL)
"""What stands on buttons that load the next articles into the page."""

MORE_ADDRESSES = ("data-url", "data-href", "data-link", "data-next")
"""Where such buttons carry the address that they load from."""

WITH_DATA = "//*[" + " or ".join(f"@{name} != ''" for name in MORE_ADDRESSES) + "]"


def linked(page: Page, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses that ``page`` links to, and the next where it is a page of a counted listing."""
    return found([*hrefs_on(page), *next_counted(site, address)], page.base or page.url, address, site)


def hrefs_on(page: Page) -> Iterator[str]:
    """Yield what the links and frames on ``page`` lead to, and what its buttons load more articles from."""
    for element in page.root.iter("a", "area", "iframe", "frame"):
        if href := element.get("href") or element.get("src"):
            yield href
    for element in page.root.xpath(WITH_DATA):
        text = unicodedata.normalize("NFC", element.text_content() or element.get("value") or "")
        if MORE.fullmatch(text):
            yield next(value for name in MORE_ADDRESSES if (value := element.get(name)))


def target(response: Response) -> str | None:
    """Return the address that a redirect leads to, None where it names none that can be asked for."""
    location = response.headers.get("Location")
    try:
        return urls.absolute(response.url, location.decode("utf-8", "replace")) if location else None
    except AddressError:
        return None


def listed(response: Response, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses in JSON, a feed (RSS, Atom) or a sitemap; nothing where it is none of them."""
    if is_json(response.body):
        pieces = (href for piece in pages_in(response.body, response.url) for href in hrefs_on(piece))
        return found([*hrefs_in(response.body), *pieces, *next_counted(site, address)], response.url, address, site)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(response.body.strip(), parser) if response.body.strip() else None
    if root is None:
        return iter(())
    texts = (element.text for element in root.iter("{*}loc", "{*}link") if element.text and element.text.strip())
    hrefs = (element.get("href") for element in root.iter("{*}link") if element.get("rel", "alternate") == "alternate")
    return found((href for href in (*texts, *hrefs) if href), response.url, address, site)


def found(hrefs: Iterable[str], base: str, address: Address, site: Site) -> Iterator[FoundAddress]:
    """Yield the addresses of ``site`` among ``hrefs``, in order, an address as often as it is named."""
    for href in hrefs:
        try:
            url = urls.absolute(base, href)
        except AddressError:
            continue
        kind = site.kind_of(url)
        canonical = site.canonical(url)
        if kind not in FOLLOWED or address.depth >= fence(kind, canonical):
            continue
        yield FoundAddress(canonical, url, kind, address.depth + 1, address.url)


def fence(kind: Kind, canonical: str) -> int:
    """Return how many links from a start page an address is too far away; a page of a series is as good as a listing."""
    is_listing = kind is Kind.OTHER and place_of(canonical).number is not None
    return MAX_DEPTH.get(Kind.LISTING if is_listing else kind, 1000)
