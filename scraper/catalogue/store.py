"""The database connection: statements run at once, commits are grouped.

All crawlers of a process share one connection on one thread. Statements join an open transaction that is committed every
``COMMIT_EVERY`` statements, or when its owner says so: the reactor never waits for a disk flush per address, and what one page
changed (article version, change number, address row) is committed together or not at all.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Executable, Row, create_engine, event, select
from sqlalchemy.exc import DatabaseError, OperationalError

from scraper.catalogue.tables import SCHEMA_VERSION, metadata, schema
from scraper.errors import OutputError

BUSY_TIMEOUT = 30_000
"""How long a statement waits for another process to finish writing, milliseconds."""


class Store:
    """One connection with one open transaction. Raises OutputError naming the file where the database cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.before_commit: list[Callable[[], None]] = []
        self.pending = 0
        with self.said_plainly():
            path.parent.mkdir(parents=True, exist_ok=True)
            self.engine = sqlite_engine(path)
            self.connection: Connection = self.engine.connect()
            self._prepare()

    def execute(self, statement: Executable, values: Mapping[str, Any] | None = None) -> None:
        """Run ``statement`` inside the open transaction."""
        with self.said_plainly():
            self.connection.execute(statement, values)
            self.pending += 1

    def rows(self, statement: Executable) -> list[Row[Any]]:
        """Return the rows that ``statement`` selects."""
        with self.said_plainly():
            return list(self.connection.execute(statement))

    def first(self, statement: Executable) -> Row[Any] | None:
        """Return the first row that ``statement`` selects, None where there is none."""
        with self.said_plainly():
            return self.connection.execute(statement).first()

    def scalars(self, statement: Executable) -> list[Any]:
        """Return the first column of what ``statement`` selects."""
        return [row[0] for row in self.rows(statement)]

    def commit(self) -> None:
        """Make everything so far permanent, after the captures it rests on."""
        if self.pending:
            for step in self.before_commit:
                step()
            with self.said_plainly():
                self.connection.commit()
            self.pending = 0

    def rollback(self) -> None:
        """Forget everything since the last commit."""
        self.connection.rollback()
        self.pending = 0

    def close(self) -> None:
        """Give the connection back, without committing."""
        self.connection.close()
        self.engine.dispose()

    @contextmanager
    def said_plainly(self) -> Iterator[None]:
        """Turn an error of the database or the operating system into an OutputError."""
        try:
            yield
        except OperationalError as error:
            raise OutputError(self.path, f"cannot use the catalogue: {error.orig}") from error
        except DatabaseError as error:
            raise OutputError(self.path, f"is no catalogue of this program: {error.orig}") from error
        except OSError as error:
            raise OutputError(self.path.parent, f"cannot write here: {error.strerror or error}") from error

    def _prepare(self) -> None:
        """Create the tables in a new database; refuse one that another version of the program made."""
        metadata.create_all(self.connection)
        found = self.connection.execute(select(schema.c.version)).scalar()
        if found is None:
            self.connection.execute(schema.insert(), {"version": SCHEMA_VERSION})
        elif found != SCHEMA_VERSION:
            raise OutputError(self.path, f"was made by another version (tables {found}, this program has {SCHEMA_VERSION})")
        self.connection.commit()


def sqlite_engine(path: Path) -> Engine:
    """Return an engine for the SQLite file ``path``: WAL, so that readers never wait for the crawl."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:  # noqa: ANN401  (a driver's own type)
        cursor = connection.cursor()
        for pragma in (f"busy_timeout={BUSY_TIMEOUT}", "journal_mode=WAL", "synchronous=NORMAL"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine
