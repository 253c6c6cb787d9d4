"""The tables of the catalogue, the same in SQLite and PostgreSQL."""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Enum,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from scraper.site import Kind

REVISION = "0001"
"""Version of these tables, kept in ``alembic_version`` so that migrations can set out from it."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class AddressState(StrEnum):
    """What came of an address so far. When it is asked for again is said by ``due``."""

    WAITING = "waiting"
    """To be fetched in this run, once it is due."""
    DONE = "done"
    """Answered with a page, or with word that the page known is unchanged."""
    FAILED = "failed"
    """Did not answer, or answered with an error that may pass."""
    GONE = "gone"
    """Answered 404 or 410, or moved to another address."""
    REFUSED = "refused"
    """Not to be fetched: robots.txt forbids it, or it leads out of the site."""


class ChangeKind(StrEnum):
    """What happened to an article."""

    CREATED = "created"
    UPDATED = "updated"
    """Its content changed, or it stands again after it was deleted."""
    DELETED = "deleted"


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps it without its zone. A moment without a zone is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy's)
        """Return ``value`` in UTC."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (as above)
        """Return ``value`` with its zone."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


def _named(kinds: type[StrEnum]) -> Enum:
    """Return a text column that holds the values of ``kinds``."""
    return Enum(kinds, native_enum=False, length=16, values_callable=lambda members: [member.value for member in members])


def _number(name: str) -> Column[int]:
    """Return a key that counts up; SQLite does so only for plain INTEGER."""
    return Column(name, BigInteger().with_variant(Integer(), "sqlite"), primary_key=True)


alembic_version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

runs = Table(
    "runs",
    metadata,
    Column("id", String(96), primary_key=True),
    Column("site", String(64), nullable=False, index=True),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
    Column("outcome", String(32)),
    Column("counts", JSON, nullable=False, default=dict),
    Column("host", String(255), nullable=False),
    Column("pid", Integer, nullable=False),
    Column("last_sign", Moment, nullable=False),
)
OPEN = runs.c.finished.is_(None)
Index("one_open_run", runs.c.site, unique=True, sqlite_where=OPEN, postgresql_where=OPEN)

articles = Table(
    "articles",
    metadata,
    _number("number"),
    Column("id", String(64), nullable=False, unique=True),
    Column("site", String(64), nullable=False),
    Column("url", Text, nullable=False),
    Column("canonical_url", Text, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("digest", String(80), nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("deleted", Moment),
    Index(None, "site", "number"),
)

versions = Table(
    "versions",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("digest", String(80), nullable=False),
    Column("moment", Moment, nullable=False),
    Column("record", Text, nullable=False),
)

addresses = Table(
    "addresses",
    metadata,
    _number("id"),
    Column("site", String(64), nullable=False),
    Column("canonical", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("kind", _named(Kind), nullable=False),
    Column("state", _named(AddressState), nullable=False),
    Column("due", Moment),
    Column("priority", SmallInteger, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("found_on", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("last_status", SmallInteger),
    Column("last_fetched", Moment),
    Column("last_changed", Moment),
    Column("failures", Integer, nullable=False, default=0),
    Column("failing_since", Moment),
    Column("digest", String(80)),
    Column("article_id", ForeignKey("articles.id"), index=True),
    Column("offered_in", ForeignKey("runs.id")),
    Column("fetched_in", ForeignKey("runs.id")),
    UniqueConstraint("canonical", "site"),
    Index("frontier", "site", "state", "priority", "depth", "id"),
)

changes = Table(
    "changes",
    metadata,
    Column("seq", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
    Column("kind", _named(ChangeKind), nullable=False),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("moment", Moment, nullable=False),
)

change_counter = Table("change_counter", metadata, Column("last", BigInteger, nullable=False))
"""One row: the number given last. Its lock makes numbers gapless and visible in their order, in PostgreSQL too."""

cursors = Table(
    "cursors",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("seq", BigInteger, nullable=False),
)

templates = Table(
    "templates",
    metadata,
    Column("site", String(64), primary_key=True),
    Column("moment", Moment, nullable=False),
    Column("data", JSON, nullable=False),
)
"""What the pages of a site have in common. It came after the first catalogues were made, which get it when they are opened."""

paces = Table(
    "paces",
    metadata,
    Column("site", String(64), primary_key=True),
    Column("moment", Moment, nullable=False),
    Column("delay", Float, nullable=False),
)
"""Delays that sites taught us, in seconds. It came as late as the templates."""
