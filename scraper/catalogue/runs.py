"""Runs: one crawl over one site, resumed under the same number where it was killed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from scraper.catalogue.store import Store
from scraper.catalogue.tables import runs


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl over one site."""

    id: str
    """``<site>-<start in UTC>``."""
    site: str
    """Site it reads."""
    started: datetime
    """When it began, UTC."""
    resumed: bool = False
    """Whether an earlier process began it and was stopped."""


def begin_run(store: Store, site: str, now: datetime) -> Run:
    """Return the unfinished run over ``site``, or begin one at ``now``."""
    query = select(runs.c.id, runs.c.started).where(runs.c.site == site, runs.c.finished.is_(None))
    row = store.first(query.order_by(runs.c.started.desc()))
    if row:
        return Run(row.id, site, row.started, resumed=True)
    run = Run(f"{site}-{now:%Y%m%dT%H%M%S%f}", site, now)
    store.execute(insert(runs), {"id": run.id, "site": site, "started": now, "counts": {}})
    store.commit()
    return run


def finish_run(store: Store, run: Run, now: datetime, outcome: str, counts: dict[str, int]) -> None:
    """Write down that ``run`` ended at ``now``, and with what."""
    values = {"finished": now, "outcome": outcome, "counts": counts}
    store.execute(update(runs).where(runs.c.id == run.id).values(values))
