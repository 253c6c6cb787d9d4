"""The runs: one row for each crawl over one site, open until it is finished."""

import os
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, update

from scraper.catalogue.answers import wake
from scraper.catalogue.connection import Database
from scraper.catalogue.outcomes import BROKEN_OFF
from scraper.catalogue.tables import OPEN, runs
from scraper.errors import OutputError

SILENCE = timedelta(hours=1)
"""After so long without a sign, a process with the number noted in a run is taken for another one that got the number later."""

RESUMABLE = timedelta(hours=12)
"""A run that broke off longer ago is not gone on with: the listings it read are of another day. What it left undone waits."""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl over one site. Moments are UTC."""

    id: str
    """``<site>-<start in UTC>``."""
    site: str
    started: datetime
    finished: datetime | None
    """Null while it is open: under way, or broken off."""
    outcome: str | None
    counts: dict[str, Any]
    host: str
    pid: int
    last_sign: datetime
    """When it last wrote."""
    resumed: bool = False
    """Whether an earlier process began it and was stopped."""


class Runs:
    """The crawls of all sites."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def begin(self, site: str, now: datetime) -> Run:
        """Return the open run of ``site``, or a new one, and let every due address that it has not fetched wait.

        Raises OutputError where another process on this machine is at it.
        """
        with self.database.writing() as connection:
            row = connection.execute(_open(site)).first()
            if row and _is_another_at_it(row, now):
                raise OutputError(self.database.place, f"{site} is being crawled by process {row.pid}")
            resumed = row is not None and now - row.last_sign <= RESUMABLE
            name = _take_over(connection, row.id, now) if row and resumed else _start(connection, site, now)
            wake(connection, site, name, now)
            return _run(connection.execute(select(runs).filter_by(id=name)).one(), resumed=resumed)

    def finish(self, run: Run, now: datetime, outcome: str, counts: Mapping[str, Any]) -> None:
        """Close ``run``."""
        closed = update(runs).where(runs.c.id == run.id).values(finished=now, outcome=outcome, counts=dict(counts))
        with self.database.writing() as connection:
            connection.execute(closed)

    def note(self, run: Run, counts: Mapping[str, Any]) -> None:
        """Keep what ``run`` has counted so far; it stays open."""
        with self.database.writing() as connection:
            connection.execute(update(runs).where(runs.c.id == run.id).values(counts=dict(counts)))

    def unfinished(self, site: str) -> Run | None:
        """Return the open run of ``site``."""
        with self.database.reading() as connection:
            row = connection.execute(_open(site)).first()
        return _run(row) if row else None

    def of_site(self, site: str, limit: int = 30) -> list[Run]:
        """Return the last runs of ``site``, newest first."""
        query = select(runs).filter_by(site=site).order_by(runs.c.started.desc()).limit(limit)
        with self.database.reading() as connection:
            return [_run(row) for row in connection.execute(query)]

    def between(self, start: datetime, end: datetime) -> list[Run]:
        """Return the runs over all sites begun from ``start`` on and before ``end``, oldest first."""
        query = select(runs).where(runs.c.started >= start, runs.c.started < end).order_by(runs.c.started, runs.c.id)
        with self.database.reading() as connection:
            return [_run(row) for row in connection.execute(query)]

    def last_start(self) -> datetime | None:
        """Return when the last run over any site began; null where there is none."""
        with self.database.reading() as connection:
            moment: datetime | None = connection.scalar(select(func.max(runs.c.started)))
        return moment


def give_sign(connection: Connection, names: Iterable[str], now: datetime) -> None:
    """Note that the runs ``names`` are alive."""
    connection.execute(update(runs).where(runs.c.id.in_(list(names))).values(last_sign=now))


def _open(site: str) -> Select[Any]:
    """Return the query for the open run of ``site``."""
    return select(runs).where(runs.c.site == site, OPEN)


def _start(connection: Connection, site: str, now: datetime) -> str:
    """Open a run, close one that broke off before, and return its name."""
    broken = update(runs).where(runs.c.site == site, OPEN).values(finished=runs.c.last_sign, outcome=BROKEN_OFF)
    connection.execute(broken)
    name = f"{site}-{now.astimezone(UTC):%Y%m%dT%H%M%S%f}"
    row = {"id": name, "site": site, "started": now, "last_sign": now, "host": socket.gethostname(), "pid": os.getpid()}
    connection.execute(runs.insert(), row)
    return name


def _take_over(connection: Connection, name: str, now: datetime) -> str:
    """Make this process the one that goes on with a run."""
    owner = {"host": socket.gethostname(), "pid": os.getpid(), "last_sign": now}
    connection.execute(update(runs).where(runs.c.id == name).values(owner))
    return name


def _is_another_at_it(row: Row[Any], now: datetime) -> bool:
    """Say whether a run is held by another living process of this machine."""
    if row.host != socket.gethostname() or row.pid == os.getpid() or now - row.last_sign > SILENCE:
        return False
    return _lives(row.pid)


def _lives(pid: int) -> bool:
    """Say whether a process with this number runs on this machine."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def _run(row: Row[Any], *, resumed: bool = False) -> Run:
    """Return a row of the table as a run."""
    return Run(**row._mapping, resumed=resumed)
