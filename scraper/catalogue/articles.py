"""Articles and their versions: a new version only where a reader would see another text."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, func, insert, or_, select, update

from scraper.article import Article, iso
from scraper.catalogue.changes import ChangeKind, append_change
from scraper.catalogue.store import Store
from scraper.catalogue.tables import articles, versions

PAGE = 500
"""Records read at a time when all are wanted."""


class Outcome(StrEnum):
    """What became of an article that was put into the catalogue."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


def put_article(store: Store, article: Article, now: datetime) -> Outcome:
    """Keep ``article`` as read at ``now``: a first version, a further one, or only a later date of sight."""
    row = store.first(select(articles).where(articles.c.id == article.id))
    digest = content_digest(article)
    if row is None:
        return _create(store, article, digest, now)
    if row.digest == digest and row.deleted is None:
        store.execute(update(articles).where(articles.c.id == article.id).values(last_seen=now))
        return Outcome.UNCHANGED
    return _revise(store, article, row, digest, now)


def _create(store: Store, article: Article, digest: str, now: datetime) -> Outcome:
    """Write the first version of ``article``."""
    named = {"id": article.id, "site": article.site, "first_seen": now}
    store.execute(insert(articles), named | _current(article, 1, digest, now))
    _append_version(store, article, 1, now, ChangeKind.CREATED)
    return Outcome.NEW


def _revise(store: Store, article: Article, row: Row[Any], digest: str, now: datetime) -> Outcome:
    """Write the next version of ``article``; one that had been gone stands again."""
    version = row.version + 1
    store.execute(update(articles).where(articles.c.id == article.id).values(_current(article, version, digest, now)))
    _append_version(store, article, version, now, ChangeKind.UPDATED)
    return Outcome.CHANGED


def _current(article: Article, version: int, digest: str, now: datetime) -> dict[str, Any]:
    """Return the columns that follow the current version."""
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "version": version,
        "digest": digest,
        "last_seen": now,
        "deleted": None,
    }


def _append_version(store: Store, article: Article, version: int, now: datetime, kind: ChangeKind) -> None:
    """Write one version and its entry in the change log."""
    record = article.model_copy(update={"version": version}).model_dump_json()
    store.execute(insert(versions), {"article_id": article.id, "version": version, "seen": now, "record": record})
    append_change(store, kind, article, version, now)


def content_digest(article: Article) -> str:
    """Return a digest of what a reader sees (words, dates, names, pictures, files), blind to markup and to how it was read."""
    seen = (
        article.headline,
        article.article_body,
        iso(article.date_published),
        article.authors,
        article.source,
        [(image.url, image.caption, image.credit) for image in article.images],
        [file.url for file in article.attachments],
    )
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()


def current() -> Select[Any]:
    """Return the query for current records, to be narrowed down and given to ``as_article``."""
    c = articles.c
    query = select(versions.c.record, c.id, c.first_seen, c.last_seen, c.deleted)
    return query.join(versions, (versions.c.article_id == c.id) & (versions.c.version == c.version))


def as_article(row: Row[Any]) -> Article:
    """Return the record in a row of ``current``, with the history that only the catalogue knows."""
    dates = {"date_first_seen": row.first_seen, "date_last_seen": row.last_seen, "date_deleted": row.deleted}
    return Article.model_validate_json(row.record).model_copy(update=dates)


def find_articles(store: Store, wanted: str, canonical: str) -> list[Article]:
    """Return the articles that ``wanted`` means: an identifier or the start of its UUID, or an address (``canonical``)."""
    start = wanted if wanted.startswith("urn:uuid:") else f"urn:uuid:{wanted}"
    c = articles.c
    query = current().where(or_(c.id.startswith(start, autoescape=True), c.canonical_url == canonical, c.url == wanted))
    return [as_article(row) for row in store.rows(query.order_by(c.id).limit(10))]


def all_articles(store: Store, site: str | None = None) -> Iterator[Article]:
    """Yield the current records, deleted ones too, by site and identifier, without holding them all in memory."""
    last = ("", "")
    while True:
        c = articles.c
        query = current().add_columns(c.site).where(or_(c.site > last[0], (c.site == last[0]) & (c.id > last[1])))
        if site:
            query = query.where(c.site == site)
        rows = store.rows(query.order_by(c.site, c.id).limit(PAGE))
        if not rows:
            return
        yield from map(as_article, rows)
        last = (rows[-1].site, rows[-1].id)


def history(store: Store, identifier: str) -> list[Article]:
    """Return every version of one article, oldest first."""
    query = select(versions.c.record).where(versions.c.article_id == identifier).order_by(versions.c.version)
    return [Article.model_validate_json(record) for record in store.scalars(query)]


def count_articles(store: Store) -> dict[str, int]:
    """Return the number of articles by site."""
    query = select(articles.c.site, func.count().label("number")).group_by(articles.c.site).order_by(articles.c.site)
    return {row.site: row.number for row in store.rows(query)}
