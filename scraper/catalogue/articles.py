"""The article table, to be read: the current record of each article and every version before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select

from scraper import urls
from scraper.article import Article
from scraper.catalogue.connection import Database
from scraper.catalogue.tables import addresses, articles, versions
from scraper.errors import AddressError

PAGE = 200
"""Records read at a time, so that an iteration neither fills the memory nor holds a transaction while its reader works."""

IDENTIFIER = re.compile(r"(urn:uuid:)?(?P<start>[0-9a-f]{4}[0-9a-f-]{0,32})")
"""An identifier, or the start of its UUID."""

CURRENT = select(articles.c.number, articles.c.last_seen, articles.c.deleted, versions.c.record).join_from(
    articles, versions, (versions.c.article_id == articles.c.id) & (versions.c.version == articles.c.version)
)
"""The current records, with what moves without a new version."""

STANDING = select(*(column for column in articles.c if column.name != "number"))
"""How articles stand, without their records."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands: its row without its record. Moments are UTC."""

    id: str
    site: str
    url: str
    canonical_url: str
    version: int
    digest: str
    """Content digest of the current version."""
    first_seen: datetime
    last_seen: datetime
    deleted: datetime | None


@dataclass(frozen=True, slots=True)
class Count:
    """Articles of one site."""

    standing: int
    deleted: int


class Articles:
    """The articles of all sites, to be read; they are written by a batch."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def get(self, article_id: str) -> Article | None:
        """Return the current record of an article; a deleted one has its ``date_deleted``."""
        return next(map(_record, self._rows(CURRENT.where(articles.c.id == article_id))), None)

    def find(self, wanted: str, limit: int = 20) -> list[Article]:
        """Return the articles that ``wanted`` means: an identifier, the start of its UUID, or an address in any spelling."""
        found = IDENTIFIER.fullmatch(wanted.strip().lower())
        wheres = (articles.c.id.startswith(f"urn:uuid:{found['start']}"),) if found else _at_address(wanted.strip())
        for where in wheres:
            if rows := self._rows(CURRENT.where(where).order_by(articles.c.number).limit(limit)):
                return [_record(row) for row in rows]
        return []

    def history(self, article_id: str) -> list[Article]:
        """Return every version of an article, oldest first, as it was when first read: ``date_last_seen`` is that moment."""
        query = select(versions.c.record).filter_by(article_id=article_id).order_by(versions.c.version)
        return [Article.model_validate_json(row.record) for row in self._rows(query)]

    def all(self, site: str | None = None) -> Iterator[Article]:
        """Yield the current record of every article, deleted ones too, in the order in which the archive met them."""
        last = 0
        query = CURRENT.where(articles.c.site == site) if site else CURRENT
        while rows := self._rows(query.where(articles.c.number > last).order_by(articles.c.number).limit(PAGE)):
            last = rows[-1].number
            yield from map(_record, rows)

    def counts(self) -> dict[str, Count]:
        """Return how many articles each site has."""
        number, deleted = func.count().label("number"), func.count(articles.c.deleted).label("deleted")
        rows = self._rows(select(articles.c.site, number, deleted).group_by(articles.c.site).order_by(articles.c.site))
        return {row.site: Count(row.number - row.deleted, row.deleted) for row in rows}

    def standing(self, article_id: str) -> Standing | None:
        """Return how an article stands; null where it is unknown."""
        row = next(iter(self._rows(STANDING.where(articles.c.id == article_id))), None)
        return Standing(**row._mapping) if row else None

    def _rows(self, query: Select[Any]) -> list[Row[Any]]:
        """Return what ``query`` selects."""
        with self.database.reading() as connection:
            return list(connection.execute(query))


def _record(row: Row[Any]) -> Article:
    """Return a row of ``CURRENT`` as a record."""
    article = Article.model_validate_json(row.record)
    return article.model_copy(update={"date_last_seen": row.last_seen, "date_deleted": row.deleted})


def _at_address(wanted: str) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that an article stands at an address, quickest first.

    They are: in the spelling used for identity; in the spelling fetched, for sites whose identity leaves out more than others'.
    """
    url = wanted if "://" in wanted else f"https://{wanted}"
    leading = select(addresses.c.article_id)
    fetched = articles.c.id.in_(leading.where(addresses.c.url == url))
    try:
        canonical = urls.canonical(url)
    except AddressError:
        return (fetched,)
    identity = or_(articles.c.canonical_url == canonical, articles.c.id.in_(leading.where(addresses.c.canonical == canonical)))
    return identity, fetched
