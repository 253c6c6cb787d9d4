"""Where an answer leads: links, frames, buttons and refreshes on pages, addresses in feeds and sitemaps."""

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from scraper.extraction import Page

MORE = re.compile(r"\W*(?:xem|tải)\s+thêm\b.{0,30}|\W*load\s+more\b.{0,30}", re.IGNORECASE | re.DOTALL)
"""What stands on buttons that load the next articles into the page."""

MORE_ADDRESSES = ("data-url", "data-href", "data-link", "data-next")
"""Where such buttons carry the address that they load from."""

WITH_DATA = "//*[" + " or ".join(f"@{name} != ''" for name in MORE_ADDRESSES) + "]"
ROOTS = frozenset({"rss", "feed", "RDF", "urlset", "sitemapindex"})
"""Outermost elements of feeds and sitemaps."""

REFRESH = re.compile(r"\s*\d*\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
"""What a page says that sends its reader on: ``0; url=/trang-chu``."""


def hrefs_on(page: Page) -> Iterator[str]:
    """Yield where links, frames and refreshes of ``page`` lead and what its buttons load more articles from, as written."""
    for element in page.root.iter("a", "area", "iframe", "frame"):
        if href := element.get("href") or element.get("src"):
            yield href
    for element in page.root.iter("meta"):
        refresh = (element.get("http-equiv") or "").lower() == "refresh"
        if refresh and (sent := REFRESH.match(element.get("content") or "")):
            yield sent[1]
    for element in page.root.xpath(WITH_DATA):
        text = unicodedata.normalize("NFC", element.text_content() or element.get("value") or "")
        if MORE.fullmatch(text):
            yield next(value for name in MORE_ADDRESSES if (value := element.get(name)))


def hrefs_in_xml(body: bytes) -> Iterator[str]:
    """Yield the addresses in a feed (RSS, Atom) or sitemap, as written; nothing where ``body`` is neither."""
    text = body.strip()
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(text, parser) if text.startswith((b"<", b"\xef\xbb\xbf<")) else None
    if root is None or etree.QName(root).localname not in ROOTS:
        return
    for element in root.iter("{*}loc", "{*}link"):
        href = (element.text or "").strip()
        if not href and element.get("rel", "alternate") == "alternate":
            href = element.get("href") or ""
        if href:
            yield href
