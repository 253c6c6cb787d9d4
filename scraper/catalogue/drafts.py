"""Articles on their way into the catalogue: judged at once, written with their batch."""

from dataclasses import asdict, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from scraper.article import Article
from scraper.catalogue.addresses import Addresses
from scraper.catalogue.articles import Articles, Standing
from scraper.catalogue.changes import NewChange, append
from scraper.catalogue.connection import Database, insert_into
from scraper.catalogue.content import content_digest
from scraper.catalogue.tables import AddressState, ChangeKind, articles, versions


class Outcome(StrEnum):
    """What putting an article came to."""

    NEW = "new"
    CHANGED = "changed"
    """Its content, or the address it stands at."""
    UNCHANGED = "unchanged"
    RESTORED = "restored"
    """It was thought gone and stands again."""
    TWIN = "twin"
    """It reads otherwise at a second address, while its own still stands; its record stays."""


CHANGE_OF = {Outcome.NEW: ChangeKind.CREATED, Outcome.CHANGED: ChangeKind.UPDATED, Outcome.RESTORED: ChangeKind.UPDATED}
"""Outcomes that make a version."""


DEAD = {AddressState.GONE, AddressState.REFUSED}
"""States of an address that no article can be read at any more."""


class Drafts:
    """Versions, deletions and sightings that are not written yet."""

    def __init__(self, database: Database) -> None:
        self.addresses = Addresses(database)
        self.articles = Articles(database)
        self._standing: dict[str, Standing] = {}
        self._versions: list[dict[str, object]] = []
        self._changes: list[NewChange] = []

    def __len__(self) -> int:
        return len(self._standing) + len(self._versions)

    def put(self, article: Article, now: datetime) -> Outcome:
        """Add a reading of an article made at ``now``, as a new version where it is news, and say what it came to."""
        before, digest = self.standing(article.id), content_digest(article)
        outcome = self._judge(article, digest, before)
        if outcome in CHANGE_OF:
            self._add_version(article, digest, before, now)
            self._changes.append(NewChange(CHANGE_OF[outcome], article.id, self._standing[article.id].version, now))
        elif before:
            self._standing[article.id] = replace(before, last_seen=now)
        return outcome

    def see(self, article_id: str, now: datetime) -> None:
        """Note that an article stands at ``now`` as it was read last; one thought gone is restored. An unknown one is none."""
        before = self.standing(article_id)
        if before and before.deleted:
            record = self.articles.get(article_id)
            if record:
                self.put(record, now)
        elif before:
            self._standing[article_id] = replace(before, last_seen=now)

    def delete(self, article_id: str, now: datetime) -> None:
        """Note that an article is gone; nothing happens where it is unknown or gone already."""
        before = self.standing(article_id)
        if before and not before.deleted:
            self._standing[article_id] = replace(before, deleted=now)
            self._changes.append(NewChange(ChangeKind.DELETED, article_id, before.version, now))

    def standing(self, article_id: str) -> Standing | None:
        """Return how an article stands, with what is not written yet."""
        return self._standing.get(article_id) or self.articles.standing(article_id)

    def write(self, connection: Connection) -> None:
        """Write everything: articles before what refers to them, changes with their numbers."""
        if self._standing:
            _write_standing(connection, [asdict(one) for one in self._standing.values()])
        if self._versions:
            connection.execute(versions.insert(), self._versions)
        if self._changes:
            append(connection, self._changes)

    def _judge(self, article: Article, digest: str, before: Standing | None) -> Outcome:
        """Return what a reading comes to."""
        if before is None:
            return Outcome.NEW
        if before.deleted:
            return Outcome.RESTORED
        if article.canonical_url == before.canonical_url:
            return Outcome.UNCHANGED if digest == before.digest else Outcome.CHANGED
        if self._takes_over(article, before):
            return Outcome.CHANGED
        return Outcome.UNCHANGED if digest == before.digest else Outcome.TWIN

    def _takes_over(self, article: Article, before: Standing) -> bool:
        """Say whether the article has moved to the address it was read at, by what the site names today.

        Content systems show one article under several addresses, with another section or frame at each; were each reading
        taken, such an article would get a new version every night.
        """
        old = self.addresses.get(before.site, before.canonical_url)
        if old is None or old.state in DEAD:
            return True
        new = self.addresses.get(article.site, article.canonical_url)
        # Names of the runs over one site are in the order of their start.
        return new is not None and (new.offered_in or "") > (old.offered_in or "")

    def _add_version(self, article: Article, digest: str, before: Standing | None, now: datetime) -> None:
        """Add the next version of an article."""
        number = before.version + 1 if before else 1
        first_seen = before.first_seen if before else now
        dates = {"date_first_seen": first_seen, "date_last_seen": now, "date_deleted": None}
        record = article.model_copy(update={"version": number, **dates}).model_dump_json()
        version = {"article_id": article.id, "version": number, "digest": digest, "moment": now, "record": record}
        self._versions.append(version)
        self._standing[article.id] = Standing(
            article.id, article.site, article.url, article.canonical_url, number, digest, first_seen, now, None
        )


def _write_standing(connection: Connection, rows: list[dict[str, object]]) -> None:
    """Add new articles and move known ones to where they stand now."""
    insert = insert_into(connection, articles)
    moving = ("url", "canonical_url", "version", "digest", "last_seen", "deleted")
    statement = insert.on_conflict_do_update(
        index_elements=[articles.c.id], set_={name: insert.excluded[name] for name in moving}
    )
    connection.execute(statement, rows)
