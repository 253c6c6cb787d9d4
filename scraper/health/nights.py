"""The nights that runs left in the catalogue: a night is the day in Vietnam on which its runs began."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from scraper.catalogue import Catalogue, Run
from scraper.dates import VIETNAM
from scraper.health.night import Night

HISTORY = timedelta(days=60)
"""How far back nights are read: the 30 that a report shows, and for the first of them the 30 before."""

Nights = Mapping[str, tuple[Night, ...]]
"""By site its nights, oldest first, one a day."""


def night_day(moment: datetime) -> date:
    """Return the day of the night that a run begun at ``moment`` belongs to.

    >>> from datetime import UTC
    >>> night_day(datetime(2026, 11, 23, 18, 30, tzinfo=UTC))
    datetime.date(2026, 11, 24)
    """
    return moment.astimezone(VIETNAM).date()


def last_night(catalogue: Catalogue) -> date | None:
    """Return the day of the last night; null where nothing was ever read."""
    moment = catalogue.runs.last_start()
    return night_day(moment) if moment else None


def read_nights(catalogue: Catalogue, day: date) -> dict[str, tuple[Night, ...]]:
    """Return the nights of every site up to that of ``day``, ``HISTORY`` back."""
    end = datetime.combine(day + timedelta(days=1), time(), VIETNAM)
    by_site: dict[str, list[Run]] = {}
    for run in catalogue.runs.between(end - HISTORY, end):
        by_site.setdefault(run.site, []).append(run)
    return {site: _one_a_day(map(night_of, runs)) for site, runs in sorted(by_site.items())}


def night_of(run: Run) -> Night:
    """Return what ``run`` tells; counts that are no numbers are left out."""
    counts = {name: number for name, number in run.counts.items() if isinstance(number, int)}
    return Night(run.site, run.started, run.finished, run.outcome, counts)


def _one_a_day(nights: Iterable[Night]) -> tuple[Night, ...]:
    """Return one of the ``nights`` of each day: the last that was read to its end, else the last."""
    kept: dict[date, Night] = {}
    for night in nights:
        day = night_day(night.started)
        if night.is_whole or day not in kept or not kept[day].is_whole:
            kept[day] = night
    return tuple(kept.values())
