"""The verdict on one night of one site: a pure function of what the run counted and of the site's own nights before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scraper.dates import VIETNAM
from scraper.health.night import Night
from scraper.health.signs import blocked, empty, incomplete, rebuilt


class Health(StrEnum):
    """How a site did in a night, from best to worst."""

    COMPLETE = "complete"
    """Read to the end, with what it usually shows."""
    INCOMPLETE = "incomplete"
    """Stopped, cut short, or with many failures: the rest waits for the next night."""
    EMPTY = "suspiciously empty"
    """Read to the end, but it showed far less than it is wont to."""
    REBUILT = "rebuilt"
    """Its pages or addresses are others than those known: the definition must be mended."""
    BLOCKED = "blocked"
    """It turned us away."""
    DEAD = "dead"
    """It gave no answer at all."""

    @property
    def rank(self) -> int:
        """Place in this order, 0 for the best."""
        return list(Health).index(self)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a night of a site is judged to be, and why."""

    health: Health
    reasons: tuple[str, ...] = ()
    """One short line each, with the numbers, most telling first; empty for a complete one alone."""
    since: datetime | None = None
    """Start of the first of the nights in a row without an answer; null where it answered."""

    @property
    def is_trouble(self) -> bool:
        """Whether somebody should look at the site."""
        return self.health is not Health.COMPLETE


Sign = Callable[[Night, Sequence[Night]], Iterator[str]]

SIGNS: tuple[tuple[Health, Sign], ...] = (
    (Health.BLOCKED, blocked),
    (Health.REBUILT, rebuilt),
    (Health.INCOMPLETE, incomplete),
    (Health.EMPTY, empty),
)
"""What is looked for, the most explaining first: a site that turned us away is incomplete and empty too."""


def judge(night: Night, past: Sequence[Night]) -> Verdict:
    """Return the verdict on ``night``; ``past`` are earlier nights of the same site, oldest first, and may be none."""
    if is_dead(night):
        return _dead(night, past)
    found = [(health, tuple(sign(night, past))) for health, sign in SIGNS]
    told = [(health, lines) for health, lines in found if lines]
    if not told:
        return Verdict(Health.COMPLETE)
    return Verdict(told[0][0], tuple(line for _, lines in told for line in lines))


def is_dead(night: Night) -> bool:
    """Say whether the site gave no answer at all though it was asked."""
    return not night.answers and (night.count("page/failed") > 0 or any(night.under("failure").values()))


def _dead(night: Night, past: Sequence[Night]) -> Verdict:
    """Return the verdict on a night without an answer, with how long that has been so."""
    since, nights = night.started, 1
    for before in reversed(past):
        if not is_dead(before):
            break
        since, nights = before.started, nights + 1
    kinds = ", ".join(f"{number} × {words}" for words, number in night.failures.items())
    lasting = f"no answer for {nights} nights, since {since.astimezone(VIETNAM):%Y-%m-%d}" if nights > 1 else "never answered"
    return Verdict(Health.DEAD, (f"{lasting}: {kinds}",), since)
