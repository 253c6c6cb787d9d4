"""The change log: one number for each change to an article, in order and without gaps, and how far each reader has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from scraper.catalogue.connection import Database, insert_into
from scraper.catalogue.tables import ChangeKind, articles, change_counter, changes, cursors

PAGE = 500
"""Changes read at a time; no transaction is held while their reader works."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log. Created and updated ones name a version of their own."""

    seq: int
    """Counts from 1, without gaps."""
    kind: ChangeKind
    id: str
    """Identifier of the article."""
    version: int
    url: str
    """Where the article stands today."""
    site: str
    moment: datetime
    """When the change was met, UTC."""


@dataclass(frozen=True, slots=True)
class NewChange:
    """A change that has no number yet."""

    kind: ChangeKind
    article_id: str
    version: int
    moment: datetime


class ChangeLog:
    """The log, and a cursor for each of its readers: the number it has dealt with last."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def last(self) -> int:
        """Return the number given last; 0 for an empty log."""
        with self.database.reading() as connection:
            return connection.scalar(select(func.max(changes.c.seq))) or 0

    def after(self, seq: int = 0, limit: int | None = None) -> Iterator[Change]:
        """Yield the changes that follow number ``seq``, at most ``limit`` of them."""
        left = limit
        while left is None or left > 0:
            page = self._page(seq, PAGE if left is None else min(left, PAGE))
            if not page:
                return
            yield from page
            seq = page[-1].seq
            left = None if left is None else left - len(page)

    def _page(self, seq: int, limit: int) -> list[Change]:
        """Return the next ``limit`` changes after ``seq``."""
        log, of = changes.c, articles.c
        columns = select(log.seq, log.kind, log.article_id, log.version, of.url, of.site, log.moment)
        query = columns.join_from(changes, articles).where(log.seq > seq).order_by(log.seq).limit(limit)
        with self.database.reading() as connection:
            return [Change(*row) for row in connection.execute(query)]

    def cursor(self, name: str) -> int:
        """Return how far the reader ``name`` has come; 0 for one that has not begun."""
        with self.database.reading() as connection:
            return connection.scalar(select(cursors.c.seq).filter_by(name=name)) or 0

    def advance(self, name: str, seq: int) -> None:
        """Note that the reader ``name`` has dealt with every change up to ``seq``; a smaller number sets it back."""
        with self.database.writing() as connection:
            insert = insert_into(connection, cursors).values(name=name, seq=seq)
            place = {"seq": insert.excluded.seq}
            connection.execute(insert.on_conflict_do_update(index_elements=[cursors.c.name], set_=place))


def append(connection: Connection, new: Sequence[NewChange]) -> None:
    """Give each of ``new`` the next number; the counter's lock is held until the transaction ends."""
    counter = change_counter.c.last
    last = connection.execute(update(change_counter).values(last=counter + len(new)).returning(counter)).scalar_one()
    first = last - len(new) + 1
    rows = [
        {"seq": seq, "kind": one.kind, "article_id": one.article_id, "version": one.version, "moment": one.moment}
        for seq, one in enumerate(new, first)
    ]
    connection.execute(changes.insert(), rows)
