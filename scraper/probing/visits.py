"""One page of a site as the probe sees it: what it is, what it holds, where it leads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scraper.article import Article
from scraper.errors import NotAnArticle
from scraper.extraction import examine, read_page, record_of
from scraper.extraction.reading import Reading
from scraper.links import hrefs_on
from scraper.probing.answers import Answer
from scraper.site import Kind, Site

ARTICLE, MOVED = "article", "moved"

FOLLOWED = frozenset({Kind.ARTICLE, Kind.LISTING, Kind.OTHER})
"""What the probe asks for; feeds and sitemaps are asked for by name."""


@dataclass(frozen=True)
class Visit:
    """What came of asking for one address."""

    address: str
    """Canonical address that was asked for."""
    answer: Answer
    verdict: str
    """``article``, ``moved``, the reason why it is none, or what went wrong."""
    article: Article | None = None
    reading: Reading | None = None
    """The look at the page; None where there is none, or where it was refused at once."""
    encoding: str = ""
    links: tuple[str, ...] = ()
    """Addresses inside the site that it links to, as written, each canonical address once."""

    @property
    def is_article(self) -> bool:
        """Whether an article was read there."""
        return self.article is not None


def visit(address: str, answer: Answer, site: Site) -> Visit:
    """Return what ``answer`` says of the page at the canonical ``address`` of ``site``."""
    if answer.target is not None:
        return Visit(address, answer, MOVED, links=tuple(_inside([answer.target], site)))
    if not answer.is_page:
        return Visit(address, answer, answer.outcome)
    try:
        page = read_page(answer.body, answer.url, answer.content_type, site.encoding, answer.moment.date())
    except NotAnArticle as finding:
        return Visit(address, answer, finding.reason)
    links = tuple(_inside(filter(None, map(page.link, hrefs_on(page))), site))
    try:
        reading = examine(page, site)
        return Visit(address, answer, ARTICLE, record_of(reading), reading, page.encoding, links)
    except NotAnArticle as finding:
        return Visit(address, answer, finding.reason, encoding=page.encoding, links=links)


def _inside(found: Iterable[str], site: Site) -> Iterator[str]:
    """Yield those of the addresses ``found`` that lead to further pages of ``site``, each canonical address once."""
    seen: set[str] = set()
    for url in found:
        canonical = site.canonical(url)
        if canonical not in seen and site.kind_of(url) in FOLLOWED:
            seen.add(canonical)
            yield url
