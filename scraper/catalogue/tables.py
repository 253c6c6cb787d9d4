"""The tables, in SQLAlchemy Core: SQLite and PostgreSQL hold the same ones."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Dialect, Index, Integer, MetaData, String, Table, Text, TypeDecorator

SCHEMA_VERSION = 1
"""Grows with every change of the tables."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept in UTC and given back with its zone by databases that forget it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (interface)
        """Return ``value`` in UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002, ANN401  (interface)
        """Return ``value`` with its zone."""
        return value.replace(tzinfo=UTC) if value else None


addresses = Table(
    "addresses",
    metadata,
    Column("site", String, primary_key=True),
    Column("canonical", String, primary_key=True, doc="the spelling used for identity"),
    Column("url", String, nullable=False, doc="what is asked of the server"),
    Column("kind", String, nullable=False, doc="listing, feed, sitemap, article, other"),
    Column("state", String, nullable=False, doc="AddressState"),
    Column("depth", Integer, nullable=False, doc="links from a start page"),
    Column("found_on", String, doc="address of the page that first linked here"),
    Column("due", UtcDateTime, doc="not to be fetched before"),
    Column("etag", String, doc="validator of the last good answer"),
    Column("last_modified", String, doc="validator of the last good answer"),
    Column("status", Integer, doc="HTTP status of the last answer"),
    Column("fetched", UtcDateTime, doc="when the last answer came"),
    Column("fetched_in", String, doc="run that last asked; a restart of that run does not ask again"),
    Column("failures", Integer, nullable=False, default=0, doc="failures since the last good answer"),
    Column("digest", String, doc="payload digest of the last good answer"),
    Column("article_id", String, doc="article read from it"),
)
Index("ix_addresses_article_id", addresses.c.article_id)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("site", String, nullable=False),
    Column("url", String, nullable=False, doc="address of the current version"),
    Column("canonical_url", String, nullable=False),
    Column("version", Integer, nullable=False, doc="current version"),
    Column("digest", String, nullable=False, doc="content digest of the current version"),
    Column("first_seen", UtcDateTime, nullable=False),
    Column("last_seen", UtcDateTime, nullable=False),
    Column("deleted", UtcDateTime),
)
Index("ix_articles_site_id", articles.c.site, articles.c.id)
Index("ix_articles_canonical_url", articles.c.canonical_url)

versions = Table(
    "versions",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("seen", UtcDateTime, nullable=False),
    Column("record", Text, nullable=False, doc="the Article as JSON"),
)

changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False, doc="1, 2, 3 ... without gaps"),
    Column("kind", String, nullable=False, doc="created, updated, deleted"),
    Column("article_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("site", String, nullable=False),
    Column("url", String, nullable=False),
    Column("moment", UtcDateTime, nullable=False),
)

cursors = Table(
    "cursors",
    metadata,
    Column("name", String, primary_key=True, doc="a reader of the change log"),
    Column("seq", Integer, nullable=False, doc="last change it has dealt with"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", String, primary_key=True),
    Column("site", String, nullable=False),
    Column("started", UtcDateTime, nullable=False),
    Column("finished", UtcDateTime, doc="null while it runs, and for ever where it was killed and never resumed"),
    Column("outcome", String, doc="why it ended"),
    Column("counts", JSON, nullable=False, doc="thing/outcome to number"),
)
Index("ix_runs_site_started", runs.c.site, runs.c.started)

schema = Table("schema", metadata, Column("version", Integer, primary_key=True))
