"""What of a night is worth telling somebody who did not ask, as one digest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.health.report import Report, SiteReport
from scraper.health.verdict import Health

FAILED_PART = 0.5
"""Part of the sites expected that must be read to their end, or the night has failed: look at the machine, not at the sites."""

READ_WELL = {Health.COMPLETE, Health.EMPTY, Health.REBUILT}
"""Verdicts on sites that were read to their end, whatever they showed."""


@dataclass(frozen=True, slots=True)
class Digest:
    """One message on one night."""

    subject: str
    """One line."""
    text: str
    """Plain text, a line for each site."""


def digest_of(report: Report) -> Digest | None:
    """Return what is to be told of a night, None where nothing became worse.

    Told is a verdict that is worse than the one of the night before, a site that was not read though it usually is, and a night
    that failed as a whole. What lasts is not told again, but named at the end of a digest that is sent anyway.
    """
    worse = [one for one in report.trouble if one.is_worse]
    if not (worse or report.unread or is_failed(report)):
        return None
    return Digest(_subject(report, worse), "\n".join(_lines(report, worse)) + "\n")


def is_failed(report: Report) -> bool:
    """Say whether the night failed as a whole: too few of the sites expected were read to their end."""
    return not report.sites or _read(report) < FAILED_PART * _expected(report)


def _read(report: Report) -> int:
    """Return how many sites were read to their end."""
    return sum(one.verdict.health in READ_WELL for one in report.sites)


def _expected(report: Report) -> int:
    """Return how many sites were to be read."""
    return len(report.sites) + len(report.unread)


def _subject(report: Report, worse: Sequence[SiteReport]) -> str:
    """Return the night in one line, fit for a lock screen."""
    night = f"vusta {report.day}"
    if is_failed(report):
        return f"{night}: the night failed, {_read(report)} of {_expected(report)} sites read"
    told = [f"{one.site} {one.verdict.health}" for one in worse] + [f"{site} not read" for site in report.unread]
    return f"{night}: {told[0]}" + (f" and {len(told) - 1} more" if len(told) > 1 else "")


def _lines(report: Report, worse: Sequence[SiteReport]) -> Iterator[str]:
    """Yield the message line by line."""
    yield report.sentence
    if worse:
        yield "\nWorse than the night before:"
    for one in worse:
        yield f"- {one.site}: {one.verdict.health}, before {one.before.health if one.before else 'never read'}"
        yield from (f"    {reason}" for reason in one.verdict.reasons)
    if report.unread:
        yield f"\nNot read: {', '.join(report.unread)}"
    if lasting := [f"{one.site} ({one.verdict.health})" for one in report.trouble if not one.is_worse]:
        yield f"\nAs before, or better: {', '.join(lasting)}"
    if recovered := [one.site for one in report.sites if one.is_recovered]:
        yield f"\nComplete again: {', '.join(recovered)}"
