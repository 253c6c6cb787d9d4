"""Files given to ``vusta extract``: HTML pages and WARCs."""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scraper.article import Article
from scraper.captures import Captured, read_captures
from scraper.errors import InputError, NotAnArticle, nearest
from scraper.evidence import Evidence, explain
from scraper.extraction import Learner, Page, Template, examine, extract, read_page
from scraper.extraction.template import FEWEST
from scraper.site import Site, anonymous, site_of

HTML_TYPES = ("text/html", "application/xhtml", "text/plain", "")
WARC_STARTS = (b"\x1f\x8b", b"WARC/")

HEAD = 1 << 16
"""What is looked at of a file to tell what it is, bytes."""

LEARNED_FROM = 40
"""Articles of one site in a WARC from which its template is learned before any is read: about a quarter more time."""

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
    """Yield the articles among the pages of a WARC, in order; what the pages of a site have in common is learned first."""
    templates = templates_in_warc(path, sites)
    for captured, site in _pages(path, sites.values()):
        try:
            page = page_of(captured, site)
            yield extract(page, site, templates.get(site.name)).model_copy(update={"capture": captured.capture})
        except NotAnArticle:
            continue


def templates_in_warc(path: Path, sites: Mapping[str, Site]) -> dict[str, Template]:
    """Return the templates of the sites that have enough pages in a WARC, by the names of the sites."""
    pages = Counter(site.name for _, site in _pages(path, sites.values()))
    learners = {name: Learner() for name, number in pages.items() if number >= FEWEST}
    learning = dict(learners)
    for captured, site in _pages(path, sites.values()) if learning else ():
        if learner := learning.get(site.name):
            _learn(captured, site, learner)
            if len(learner.articles) >= LEARNED_FROM:
                del learning[site.name]
                if not learning:
                    break
    return {name: learner.template() for name, learner in learners.items()}


def article_in_file(path: Path, url: str | None, sites: Mapping[str, Site]) -> Article:
    """Return the article in an HTML file that was served at ``url``; raises InputError where it holds none."""
    address = url or path.absolute().as_uri()
    try:
        site = site_of(address, sites.values()) or anonymous(address)
        return extract(read_page(path.read_bytes(), address, encoding=site.encoding), site)
    except NotAnArticle as finding:
        raise InputError(path, f"holds no article ({finding.reason})") from finding


def evidence_in_warc(path: Path, url: str | None, sites: Mapping[str, Site]) -> Evidence:
    """Return what the page at ``url``, or the only one, of a WARC was read as; raises InputError where there is none such."""
    addresses = list(dict.fromkeys(captured.url for captured, _ in _pages(path, sites.values())))
    if url is None and len(addresses) != 1:
        raise InputError(path, f"holds {len(addresses)} pages; choose one by its address with --url")
    if url is not None and url not in addresses:
        raise InputError(path, f"holds no page at {url}{nearest(url, addresses)}")
    wanted = url or addresses[0]
    captured, site = next(found for found in _pages(path, sites.values()) if found[0].url == wanted)
    try:
        page = page_of(captured, site)
    except NotAnArticle as finding:
        raise InputError(path, f"{wanted} is no HTML page ({finding.reason})") from finding
    return explain(page, site, templates_in_warc(path, sites).get(site.name))


def evidence_in_file(path: Path, url: str | None, sites: Mapping[str, Site]) -> Evidence:
    """Return what an HTML file that was served at ``url`` was read as; raises InputError where it is no page."""
    address = url or path.absolute().as_uri()
    site = site_of(address, sites.values()) or anonymous(address)
    try:
        return explain(read_page(path.read_bytes(), address, encoding=site.encoding), site)
    except NotAnArticle as finding:
        raise InputError(path, f"is no HTML page ({finding.reason})") from finding


def page_of(captured: Captured, site: Site) -> Page:
    """Return a captured page of ``site``; raises NotAnArticle where it is none."""
    day = captured.capture.date.date()
    return read_page(captured.body, captured.url, captured.content_type, site.encoding, day)


def _pages(path: Path, sites: Iterable[Site]) -> Iterator[tuple[Captured, Site]]:
    """Yield the pages in a WARC, each with the site it belongs to."""
    for captured in read_captures(path):
        if captured.status == 200 and (captured.content_type or "").split(";")[0].strip().lower().startswith(HTML_TYPES):
            yield captured, site_of(captured.url, sites) or anonymous(captured.url)


def _learn(captured: Captured, site: Site, learner: Learner) -> None:
    """Let ``learner`` look at a captured page, if an article stands there."""
    try:
        learner.look(examine(page_of(captured, site), site))
    except NotAnArticle:
        return
