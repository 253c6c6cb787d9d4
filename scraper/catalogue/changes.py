"""The change log: what became of every article, numbered without gaps, never rewritten; and its readers' cursors."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, insert, select

from scraper.article import Article
from scraper.catalogue.store import Store
from scraper.catalogue.tables import changes, cursors


class ChangeKind(StrEnum):
    """What happened to an article."""

    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the change log."""

    seq: int
    """Number, from 1, without gaps."""
    kind: ChangeKind
    """What happened."""
    id: str
    """Identifier of the article."""
    version: int
    """Version it has since."""
    site: str
    """Site of the article."""
    url: str
    """Address of that version."""
    moment: datetime
    """When it was noticed, UTC."""


def append_change(store: Store, kind: ChangeKind, article: Article, version: int, now: datetime) -> None:
    """Write the next entry; the open transaction is the only writer, so the number is the last one and one."""
    seq = (store.scalars(select(func.max(changes.c.seq)))[0] or 0) + 1
    entry = {"seq": seq, "kind": kind, "article_id": article.id, "version": version, "site": article.site, "url": article.url}
    store.execute(insert(changes), entry | {"moment": now})


def read_changes(store: Store, after: int = 0, limit: int | None = None) -> list[Change]:
    """Return the entries behind number ``after``, at most ``limit`` of them."""
    c = changes.c
    query = select(c.seq, c.kind, c.article_id, c.version, c.site, c.url, c.moment).where(c.seq > after).order_by(c.seq)
    return [
        Change(row.seq, ChangeKind(row.kind), row.article_id, row.version, row.site, row.url, row.moment)
        for row in store.rows(query.limit(limit))
    ]


def cursor(store: Store, name: str) -> int:
    """Return the last change that the reader ``name`` has dealt with, 0 for a new one."""
    found = store.scalars(select(cursors.c.seq).where(cursors.c.name == name))
    return int(found[0]) if found else 0


def advance(store: Store, name: str, seq: int) -> None:
    """Write down that the reader ``name`` has dealt with everything up to ``seq``."""
    store.execute(delete(cursors).where(cursors.c.name == name))
    store.execute(insert(cursors), {"name": name, "seq": seq})
