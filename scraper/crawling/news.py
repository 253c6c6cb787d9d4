"""Whether an article reads otherwise because its page changed, or only because it is read otherwise than before."""

from pathlib import Path

from scraper.article import Article
from scraper.captures import read_capture
from scraper.catalogue import Catalogue
from scraper.catalogue.content import content_digest
from scraper.errors import InputError, NotAnArticle
from scraper.extraction import Template, extract
from scraper.inputs import page_of
from scraper.site import Site


def as_known(article: Article, site: Site, template: Template, catalogue: Catalogue, captures: Path) -> Article:
    """Return ``article``, or the record that stands where the page it was read from says the same to today's reader.

    A template that was learned in between, like a better program, may take a line out of the text of a page that nobody
    touched. Both readings are then made anew, from the bytes of then and of today, and compared; only their difference is news.
    The record that stands keeps its text until its page changes.
    """
    before, now = catalogue.digest(article.id), content_digest(article)
    known = catalogue.get(article.id) if before and before != now else None
    again = _read_again(known, site, template, captures) if known else None
    if known is None or again is None or content_digest(again) != now:
        return article
    return known.model_copy(update={"url": article.url, "canonical_url": article.canonical_url})


def _read_again(known: Article, site: Site, template: Template, captures: Path) -> Article | None:
    """Return what today's reader finds in the page that ``known`` was read from; None where it finds or has none."""
    if known.capture is None:
        return None
    try:
        then = read_capture(captures, known.capture)
        return extract(page_of(then, site), site, template)
    except (InputError, NotAnArticle):
        return None
