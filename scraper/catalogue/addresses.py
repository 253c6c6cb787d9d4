"""The address table: what is known of each address of a site, when it is due, and what the server said last."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, and_, exists, func, select

from scraper.catalogue.connection import Database
from scraper.catalogue.tables import AddressState, addresses, articles
from scraper.site import Kind

PRIORITY = {Kind.LISTING: 0, Kind.FEED: 0, Kind.SITEMAP: 0, Kind.ARTICLE: 1}
"""Place of each kind in the order of fetching; all others come after them."""

CHUNK = 400
"""Addresses asked for in one query, well below the number of parameters that an old SQLite allows."""


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address met on a page, in a feed or in a definition."""

    canonical: str
    """The spelling used for identity within the site."""
    url: str
    """The spelling to be fetched."""
    kind: Kind
    """What it is expected to be."""
    depth: int = 0
    """Links between the start and it."""
    found_on: str | None = None
    """Address of the page that named it; null for the definition's own."""
    modified: datetime | None = None
    """When a feed or sitemap says that it last changed; what was fetched before then is due at once. A day alone counts from
    its end, or changes of that day are missed."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address as the catalogue knows it. Moments are UTC."""

    id: int
    site: str
    canonical: str
    url: str
    kind: Kind
    state: AddressState
    due: datetime | None
    """When it is to be asked for again; null for never."""
    priority: int
    depth: int
    found_on: str | None
    etag: str | None
    last_modified: str | None
    """The validator as the server spelled it."""
    last_status: int | None
    """HTTP status of the last answer; null where there was none."""
    last_fetched: datetime | None
    """When it was last asked for."""
    last_changed: datetime | None
    """When its payload was last seen to differ from before."""
    failures: int
    """Fetches in a row that brought no page."""
    failing_since: datetime | None
    """The first of them; null while it answers."""
    digest: str | None
    """Payload digest of the last page."""
    article_id: str | None
    """The article it leads to; several addresses may lead to one."""
    offered_in: str | None
    """The run in which a page, feed or definition last named it."""
    fetched_in: str | None
    """The run in which it was last fetched."""


def priority_of(kind: Kind) -> int:
    """Return the place of ``kind`` in the order of fetching, counted from 0."""
    return PRIORITY.get(kind, 2)


class Addresses:
    """The addresses of all sites, to be read; they are written by a batch."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def get(self, site: str, canonical: str) -> Address | None:
        """Return the address that ``site`` has under ``canonical``."""
        with self.database.reading() as connection:
            row = connection.execute(select(addresses).filter_by(site=site, canonical=canonical)).first()
        return _address(row) if row else None

    def of_article(self, article_id: str) -> list[Address]:
        """Return every address that leads to an article, the first known first."""
        query = select(addresses).filter_by(article_id=article_id).order_by(addresses.c.id)
        with self.database.reading() as connection:
            return [_address(row) for row in connection.execute(query)]

    def next_due(self, site: str, now: datetime, limit: int, without: Collection[int] = ()) -> list[Address]:
        """Return the first ``limit`` waiting addresses that are due, passing over those numbered in ``without``.

        Listings, feeds and sitemaps come first, then articles, then others; among them those never asked for and those not
        asked for the longest, so that nights which end early get through a site together; then those nearest to the start, and
        the first known.
        """
        order = (addresses.c.priority, addresses.c.last_fetched.nulls_first(), addresses.c.depth, addresses.c.id)
        due = select(addresses).where(_waiting(site), addresses.c.due <= now).order_by(*order).limit(limit + len(without))
        with self.database.reading() as connection:
            rows = [row for row in connection.execute(due) if row.id not in without]
        return [_address(row) for row in rows[:limit]]

    def next_moment(self, site: str, without: Collection[int] = ()) -> datetime | None:
        """Return when the first waiting address is due, passing over those numbered in ``without``; null where none waits."""
        query = select(func.min(addresses.c.due)).where(_waiting(site), addresses.c.id.not_in(without))
        with self.database.reading() as connection:
            moment: datetime | None = connection.scalar(query)
        return moment

    def unknown(self, site: str, canonicals: Sequence[str]) -> set[str]:
        """Return those of ``canonicals`` under which ``site`` has no address yet."""
        unknown = set(canonicals)
        with self.database.reading() as connection:
            for start in range(0, len(canonicals), CHUNK):
                chunk = canonicals[start : start + CHUNK]
                query = select(addresses.c.canonical).where(addresses.c.site == site, addresses.c.canonical.in_(chunk))
                unknown.difference_update(connection.scalars(query))
        return unknown

    def counts(self, site: str) -> dict[AddressState, int]:
        """Return how many addresses of ``site`` are in each state."""
        query = select(addresses.c.state, func.count().label("number")).filter_by(site=site).group_by(addresses.c.state)
        with self.database.reading() as connection:
            return {row.state: row.number for row in connection.execute(query)}

    def named_in(self, site: str, run: str) -> dict[Kind, int]:
        """Return how many addresses of each kind a page, feed or definition named in ``run``."""
        return self._kinds(addresses.c.site == site, addresses.c.offered_in == run)

    def fetched_in(self, site: str, run: str) -> dict[Kind, int]:
        """Return how many addresses of each kind gave a page in ``run``."""
        return self._kinds(addresses.c.site == site, addresses.c.fetched_in == run, addresses.c.state == AddressState.DONE)

    def _kinds(self, *wheres: ColumnElement[bool]) -> dict[Kind, int]:
        """Return the number of addresses of each kind that fulfil ``wheres``."""
        query = select(addresses.c.kind, func.count().label("number")).where(*wheres).group_by(addresses.c.kind)
        with self.database.reading() as connection:
            return {row.kind: row.number for row in connection.execute(query)}

    def articles_read(self, run: str) -> set[str]:
        """Return the articles whose addresses ``run`` has fetched."""
        query = select(addresses.c.article_id).where(addresses.c.fetched_in == run, addresses.c.article_id.is_not(None))
        with self.database.reading() as connection:
            return set(connection.scalars(query))

    def lost_articles(self, site: str, run: str, failures: int, before: datetime) -> list[str]:
        """Return the standing articles that every one of their addresses says are gone.

        An address says so when it is GONE after at least ``failures`` answers in a row, the first of them not after
        ``before``, and nothing named it in ``run``.
        """
        one, other = addresses.alias(), addresses.alias()
        elsewhere = exists().where(other.c.article_id == one.c.article_id, ~_lost(other, run, failures, before))
        query = (
            select(one.c.article_id)
            .distinct()
            .join_from(one, articles)
            .where(one.c.site == site, _lost(one, run, failures, before), articles.c.deleted.is_(None), ~elsewhere)
            .order_by(one.c.article_id)
        )
        with self.database.reading() as connection:
            return list(connection.scalars(query))


def _address(row: Row[Any]) -> Address:
    """Return a row of the table as an address."""
    return Address(**row._mapping)


def _waiting(site: str) -> ColumnElement[bool]:
    """Return the condition that an address of ``site`` waits to be fetched."""
    return and_(addresses.c.site == site, addresses.c.state == AddressState.WAITING)


def _lost(table: FromClause, run: str, failures: int, before: datetime) -> ColumnElement[bool]:
    """Return the condition that an address says its article is gone."""
    gone = and_(table.c.state == AddressState.GONE, table.c.failures >= failures)
    return and_(gone, table.c.failing_since <= before, table.c.offered_in.is_distinct_from(run))
