"""A case: how a page was served, and what it must be read as."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from scraper.article import Article, Attachment, Frozen, Image, Moment
from scraper.errors import InputError, NotAnArticle
from scraper.extraction import extract, read_page
from scraper.site import Site, anonymous, site_of


class Expected(Frozen):
    """What reading a page must give; what is left out must be empty in the record, and what changes each time is no part."""

    not_an_article: str | None = None
    """Why the page holds no article; everything else is left out then."""
    headline: str | None = None
    """As in the record, like all that follows."""
    description: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    date_published: Moment | None = None
    date_published_raw: str | None = None
    date_modified: Moment | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    source_url: str | None = None
    article_body: tuple[str, ...] = ()
    """Its paragraphs, one by one."""
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class Case(Frozen):
    """A saved page: how it was served, and what it must be read as."""

    url: str
    """Address it was served at."""
    content_type: str | None = None
    """The Content-Type header it was served with; null where it is not known."""
    reviewed: bool = False
    """Whether a person has compared ``expected`` with the page."""
    known_fault: str | None = None
    """What the reader gets wrong on this page, in one line; null where it reads all of it."""
    expected: Expected

    @property
    def lines(self) -> list[str]:
        """The case as its file says it, a line a paragraph."""
        data = self.model_dump(mode="json", exclude={"expected"}, exclude_none=True)
        data["expected"] = self.expected.model_dump(mode="json", exclude_defaults=True)
        return json.dumps(data, ensure_ascii=False, indent=2).splitlines()


def load_case(page: Path) -> Case:
    """Return the case of the saved page at ``page``; raises InputError where its file is missing or holds no case."""
    path = page.with_suffix(".json")
    try:
        return Case.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(path, error.strerror or str(error)) from error
    except ValidationError as error:
        wrong = error.errors()[0]
        raise InputError(path, f"{'.'.join(map(str, wrong['loc']))}: {wrong['msg']}") from error


def save_case(case: Case, page: Path) -> None:
    """Write ``case`` beside the saved page at ``page``."""
    page.with_suffix(".json").write_text("\n".join(case.lines) + "\n", "utf-8")


def read_case(page: Path, case: Case, sites: Mapping[str, Site]) -> Expected:
    """Return what the saved page at ``page`` is read as today, without what other pages of its site teach."""
    return read_as(page.read_bytes(), case.url, case.content_type, sites)


def read_as(body: bytes, url: str, content_type: str | None, sites: Mapping[str, Site]) -> Expected:
    """Return what the page ``body``, served at ``url``, is read as."""
    site = site_of(url, sites.values()) or anonymous(url)
    try:
        return expected_of(extract(read_page(body, url, content_type, site.encoding), site))
    except NotAnArticle as finding:
        return Expected(not_an_article=finding.reason)


def expected_of(article: Article) -> Expected:
    """Return the part of a record that a case holds."""
    shared = Expected.model_fields.keys() & Article.model_fields.keys() - {"article_body"}
    paragraphs = tuple(article.article_body.split("\n\n")) if article.article_body else ()
    return Expected(**{name: getattr(article, name) for name in shared}, article_body=paragraphs)
