"""Files given to ``vusta extract``: HTML pages and WARCs."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scraper.article import Article
from scraper.captures import Captured, read_captures
from scraper.errors import InputError, NotAnArticle
from scraper.extraction import extract, read_page
from scraper.site import Site, anonymous, site_of

HTML_TYPES = ("text/html", "application/xhtml", "text/plain", "")
WARC_STARTS = (b"\x1f\x8b", b"WARC/")

HEAD = 1 << 16
"""What is looked at of a file to tell what it is, bytes."""

CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
"""Bytes that no page is full of, unless it is in UTF-16."""


def is_warc(path: Path) -> bool:
    """Say whether ``path`` is a WARC; raises InputError where it is missing, empty or neither a page nor a WARC."""
    try:
        with path.open("rb") as stream:
            start = stream.read(HEAD)
    except OSError as error:
        raise InputError(path, error.strerror or str(error)) from error
    if not start.strip():
        raise InputError(path, "is empty")
    if start.startswith(WARC_STARTS):
        return True
    wide = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"<" not in start or (not wide and len(CONTROLS.findall(start)) * 50 > len(start)):
        raise InputError(path, "is neither an HTML page nor a WARC")
    return False


def check_warc(path: Path) -> None:
    """Raise InputError where the WARC ``path`` cannot be read to its end."""
    for _ in read_captures(path):
        pass


def articles_in_warc(path: Path, sites: Mapping[str, Site]) -> Iterator[Article]:
    """Yield the articles among the pages of a WARC, in order."""
    for captured in read_captures(path):
        if captured.status == 200 and (captured.content_type or "").split(";")[0].strip().lower().startswith(HTML_TYPES):
            yield from _article(captured, sites.values())


def article_in_file(path: Path, url: str | None, sites: Mapping[str, Site]) -> Article:
    """Return the article in an HTML file that was served at ``url``; raises InputError where it holds none."""
    address = url or path.absolute().as_uri()
    try:
        site = site_of(address, sites.values()) or anonymous(address)
        return extract(read_page(path.read_bytes(), address, encoding=site.encoding), site)
    except NotAnArticle as finding:
        raise InputError(path, f"holds no article ({finding.reason})") from finding


def _article(captured: Captured, sites: Iterable[Site]) -> Iterator[Article]:
    """Yield the article on a captured page, nothing where it holds none."""
    site = site_of(captured.url, sites) or anonymous(captured.url)
    try:
        page = read_page(captured.body, captured.url, captured.content_type, site.encoding)
        yield extract(page, site).model_copy(update={"capture": captured.capture})
    except NotAnArticle:
        return
