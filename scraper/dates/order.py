"""Whether a site writes the day or the month first, from its own lines."""

import re
from collections.abc import Iterable
from datetime import date

from scraper.dates.values import Order, fold, possible_day
from scraper.dates.words import last_weekday

NUMERIC = re.compile(r"(?<![\d/])(\d\d?)[/.\-](\d\d?)[/.\-]((?:19|20)\d\d)(?!\d)")
UNPADDED_US = re.compile(r"(?<!\d)[1-9]\d?/\d?\d/\d{4} 1?\d:[0-5]\d:[0-5]\d [ap]m\b")
"""What .NET prints under an American locale; Vietnamese systems pad, or write SA and CH."""


def guess_order(lines: Iterable[str]) -> Order:
    """Return the order of day and month in the numeric dates of ``lines``; without evidence the day is first.

    >>> guess_order(["2/27/2017 2:29:58 PM", "3/1/2017 9:00:01 AM"])
    'mdy'
    """
    votes = sum(vote(fold(line)) for line in lines)
    return "mdy" if votes < 0 else "dmy"


def vote(folded: str) -> int:
    """Return 1 where ``folded`` speaks for the day first, -1 for the month first, 0 where it says nothing."""
    found = NUMERIC.search(folded)
    if not found:
        return 0
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first > 12 or second > 12:
        return 1 if first > 12 else -1
    weekday = last_weekday(folded[: found.start()])
    agree = [_falls_on(year, second, first, weekday), _falls_on(year, first, second, weekday)]
    if weekday is not None and agree[0] != agree[1]:
        return 1 if agree[0] else -1
    return -1 if UNPADDED_US.search(folded) and found[1] != found[2] and "0" not in (found[1][0], found[2][0]) else 0


def _falls_on(year: int, month: int, day: int, weekday: int | None) -> bool:
    """Say whether the day exists and falls on ``weekday``."""
    found: date | None = possible_day(year, month, day)
    return found is not None and found.weekday() == weekday
