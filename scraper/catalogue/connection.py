"""The database under the catalogue: opened, checked, and used in transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, create_engine, event, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, NoSuchTableError
from sqlalchemy.schema import CreateTable

from scraper.catalogue.tables import REVISION, alembic_version, change_counter, metadata, paces, templates
from scraper.errors import OutputError

BUSY_TIMEOUT = 30_000
"""Milliseconds a writer waits for another process's transaction; ours last a few."""


class Database:
    """The database of one catalogue, for any number of threads and processes; SQLite lets one of them write at a time."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_file = engine.dialect.name == "sqlite"
        self.place = (self.is_file and engine.url.database) or engine.url.render_as_string()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to read with."""
        with self.explained(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose writes are kept whole when the block ends, or not at all."""
        with self.explained(), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Raise OutputError for what the database refuses; broken constraints are our own fault and pass."""
        try:
            yield
        except IntegrityError:
            raise
        except DatabaseError as error:
            raise OutputError(self.place, str(error.orig).splitlines()[0]) from error


def connect(location: Path | str) -> Database:
    """Return the database at a path (SQLite) or address (``postgresql+psycopg://...``); nothing is opened or made yet.

    Raises OutputError where the address is none, or the driver that it names is not installed.
    """
    address = location if isinstance(location, str) and "://" in location else URL.create("sqlite", database=str(location))
    try:
        engine = create_engine(address)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise OutputError("catalogue", str(error)) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return Database(engine)


def _set_up_sqlite(connection: sqlite3.Connection, _: object) -> None:
    """Make a new SQLite connection crash-safe without an fsync per commit, and leave the beginning of transactions to us."""
    connection.isolation_level = None
    for setting in (f"busy_timeout={BUSY_TIMEOUT}", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}").close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin a transaction; a writer takes its lock at once, for one that asks for it half-way is refused without waiting."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def create(database: Database) -> None:
    """Make the tables where there are none yet."""
    if _is_used(database):
        return
    with database.writing() as connection:
        if not inspect(connection).get_table_names():  # another process may have been quicker
            metadata.create_all(connection)
            connection.execute(alembic_version.insert().values(version_num=REVISION))
            connection.execute(change_counter.insert().values(last=0))


def _is_used(database: Database) -> bool:
    """Say whether the database holds any table."""
    with database.reading() as connection:
        return bool(inspect(connection).get_table_names())


def check(database: Database) -> None:
    """Raise OutputError where the database holds something else, or a catalogue of another version."""
    try:
        with database.reading() as connection:
            if not inspect(connection).has_table(alembic_version.name):
                raise NoSuchTableError
            found = connection.scalar(select(alembic_version.c.version_num))
    except NoSuchTableError as error:
        raise OutputError(database.place, "not a catalogue") from error
    if found != REVISION:
        raise OutputError(database.place, f"a catalogue of version {found}, this program reads version {REVISION}")


def complete(database: Database) -> None:
    """Make the tables of templates and paces in a catalogue that was made before there were any."""
    with database.reading() as connection:
        missing = [table for table in (templates, paces) if not inspect(connection).has_table(table.name)]
    if missing:
        with database.writing() as connection:
            for table in missing:
                connection.execute(CreateTable(table, if_not_exists=True))


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insert into ``table`` that knows ``on conflict``, in the dialect of ``connection``."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
