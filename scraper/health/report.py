"""The report of one night over all sites: verdicts, what needs somebody, and the nights before."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from scraper.catalogue import Catalogue
from scraper.health.night import Night
from scraper.health.nights import Nights, night_day, read_nights
from scraper.health.verdict import Health, Verdict, judge

SHOWN = 30
"""Nights that a report looks back on, its own included."""

REGULAR = timedelta(days=7)
"""A site that was read within so long before is expected every night."""


@dataclass(frozen=True, slots=True)
class SiteReport:
    """How one site did in the night."""

    night: Night
    verdict: Verdict
    before: Verdict | None
    """The verdict on its night before; null where this is its first."""

    @property
    def site(self) -> str:
        """Name of the site."""
        return self.night.site

    @property
    def is_worse(self) -> bool:
        """Whether it did worse than in its night before; the first counts as one after a complete one."""
        return self.verdict.health.rank > (self.before.health.rank if self.before else 0)

    @property
    def is_recovered(self) -> bool:
        """Whether it is complete again."""
        return self.before is not None and self.before.is_trouble and not self.verdict.is_trouble


@dataclass(frozen=True, slots=True)
class Day:
    """The sums over all sites of one night."""

    day: date
    new: int
    changed: int
    """Changed articles, and those that stand again."""
    healths: Mapping[Health, int]
    """Number of sites by verdict; empty where no site was read."""

    @property
    def sites(self) -> int:
        """Sites read."""
        return sum(self.healths.values())


@dataclass(frozen=True)
class Report:
    """One night over all sites, with what is needed of those before."""

    day: date
    sites: tuple[SiteReport, ...]
    """By name."""
    unread: tuple[str, ...]
    """Sites read within the week before and not in this night."""
    history: tuple[Day, ...]
    """The last ``SHOWN`` days, oldest first, the night itself last."""
    grid: Mapping[str, Mapping[date, Verdict]]
    """By site the verdicts of these days."""

    @cached_property
    def trouble(self) -> tuple[SiteReport, ...]:
        """The sites that need somebody: what is new before what is known, then the worst first."""
        found = [one for one in self.sites if one.verdict.is_trouble]
        return tuple(sorted(found, key=lambda one: (not one.is_worse, -one.verdict.health.rank, one.site)))

    @cached_property
    def healths(self) -> dict[Health, int]:
        """Number of sites by verdict, verdicts without a site left out."""
        found = Counter(one.verdict.health for one in self.sites)
        return {health: found[health] for health in Health if found[health]}

    @cached_property
    def failures(self) -> dict[str, int]:
        """What went wrong over all sites, in words, to how often it did, most frequent first."""
        found: Counter[str] = Counter()
        for one in self.sites:
            found.update(one.night.failures)
        return dict(found.most_common())

    def total(self, *names: str) -> int:
        """Return the sum of counts over all sites."""
        return sum(one.night.count(name) for one in self.sites for name in names)

    @property
    def sentence(self) -> str:
        """The night in one sentence."""
        complete, number = self.healths.get(Health.COMPLETE, 0), len(self.sites)
        if not number:
            return "No site was read."
        rest = number - complete
        if not rest:
            return f"All {number} sites complete." if number > 1 else "The one site read is complete."
        return f"{complete} of {number} sites complete, {rest} need{'s' * (rest == 1)} attention."


def make_report(catalogue: Catalogue, day: date) -> Report:
    """Return the report of the night of ``day``; raises OutputError where the catalogue cannot be read."""
    return report_of(read_nights(catalogue, day), day)


def report_of(nights: Nights, day: date) -> Report:
    """Return the report of the night of ``day`` over ``nights``, judging each from those before it."""
    days = [day - timedelta(days=back) for back in range(SHOWN - 1, -1, -1)]
    grid = {site: _verdicts(of_site, days[0]) for site, of_site in nights.items()}
    last = {site: of_site[-1] for site, of_site in nights.items() if of_site}
    tonight = {site: night for site, night in last.items() if night_day(night.started) == day}
    expected = {site for site, night in last.items() if day - night_day(night.started) <= REGULAR}
    sites = tuple(SiteReport(night, grid[site][day], _before(grid[site], day)) for site, night in tonight.items())
    history = tuple(_day(nights, grid, one) for one in days)
    shown = {site: row for site, row in grid.items() if row}
    return Report(day, sites, tuple(sorted(expected - set(tonight))), history, shown)


def _verdicts(nights: tuple[Night, ...], first: date) -> dict[date, Verdict]:
    """Return the verdicts on those of ``nights`` that are not before ``first``, each judged from all before it."""
    return {
        night_day(night.started): judge(night, nights[:number])
        for number, night in enumerate(nights)
        if night_day(night.started) >= first
    }


def _before(verdicts: Mapping[date, Verdict], day: date) -> Verdict | None:
    """Return the last verdict before ``day``."""
    return next((verdict for one, verdict in sorted(verdicts.items(), reverse=True) if one < day), None)


def _day(nights: Nights, grid: Mapping[str, Mapping[date, Verdict]], day: date) -> Day:
    """Return the sums of one day."""
    read = [night for of_site in nights.values() for night in of_site if night_day(night.started) == day]
    found = Counter(verdicts[day].health for verdicts in grid.values() if day in verdicts)
    new = sum(night.count("article/new") for night in read)
    changed = sum(night.count(f"article/{outcome}") for night in read for outcome in ("changed", "restored"))
    return Day(day, new, changed, {health: found[health] for health in Health if found[health]})
