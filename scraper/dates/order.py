"""Whether a site writes the day or the month first, from its own lines."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from scraper.dates.clock import clock_before, clock_behind
from scraper.dates.folding import fold
from scraper.dates.values import Order, full_year, possible_day
from scraper.dates.words import NAM, weekday_before

YEAR = r"(?:19|20)\d\d"
GLUED = r"(?=\d\d?[/.:h-]\d)"
"""A year may be run into the time or date that follows: "10/08/201714:30"."""

YEAR_END = rf"(?:{GLUED}|(?!\d))"
NUMERIC = re.compile(
    rf"(?:(?<![\d/])(?<!\d[:.\-])|(?<={YEAR})|(?<=[:hg]\d\d-))(?P<first>\d\d?)\s*+(?P<mark>[/.\-])\s*+(?P<second>\d\d?)"
    rf"(?:\s*+(?:(?P=mark)|(?:,\s*+)?{NAM}\b)\s*+(?P<year>{YEAR}){YEAR_END}(?!/\w)(?!(?P=mark)\d+\b(?!:))"
    r"|(?:(?<=/\d)|(?<=/\d\d)|(?<=\d\d[.\-]\d\d))(?P=mark)(?P<short>\d\d)(?!\w)(?!\s*[/.:\-]\s*\d))"
)
"""Day, month and year in numbers, in either order; read by ``numbers_of``. A year of two digits stands behind slashes or
padded numbers only: "1.2.10" heads a section."""

AMERICAN = re.compile(r" (?:1[0-2]|[1-9]):[0-5]\d:[0-5]\d [ap]m\b")
"""What .NET prints behind an unpadded date under an American locale."""

PROOF, HINT, TRACE = 100, 10, 1
"""Weights of evidence: a number no month can have; the day of the week; the style."""


class Votes(NamedTuple):
    """What dates say together for the day first (above 0) or the month first (below)."""

    timed: int = 0
    """The word of dates with a time."""
    untimed: int = 0

    @property
    def balance(self) -> int:
        """Their joint word: dates with a time are printed by programs, and outvote the others."""
        return self.timed or self.untimed

    @property
    def order(self) -> Order | None:
        """The order, where it is proven, whatever the style of other dates hints at; None where it is not."""
        return None if abs(self.balance) < PROOF / 2 else "dmy" if self.balance > 0 else "mdy"


def order_votes(lines: Iterable[str]) -> Votes:
    """Return what the numeric dates in ``lines`` say for either order.

    >>> order_votes(["2/27/2017 2:29:58 PM", "ngày 27/2/2017"])
    Votes(timed=-100, untimed=100)
    >>> order_votes(["8/10/2017 2:29:58 PM", "ngày 27/2/2017"]).order, order_votes(["2/27/2017 2:29:58 PM"]).order
    (None, 'mdy')
    """
    timed = untimed = 0
    for line in lines:
        text = fold(line).text
        for found in NUMERIC.finditer(text):
            if clock_behind(text, found.end()) or clock_before(text, 0, found.start()):
                timed += evidence(text, found)
            else:
                untimed += evidence(text, found)
    return Votes(timed, untimed)


def evidence(text: str, found: re.Match[str]) -> int:
    """Return how much a date in the folded ``text`` speaks for the day first (above 0) or the month first (below)."""
    first, second, year = numbers_of(found)
    if (first > 12) != (second > 12):
        return PROOF if first > 12 else -PROOF
    weekday = weekday_before(text, 0, found.start())
    as_dmy, as_mdy = possible_day(year, second, first), possible_day(year, first, second)
    if weekday and as_dmy and as_mdy and as_dmy.weekday() != as_mdy.weekday():
        return HINT * ((as_dmy.weekday() == weekday.number) - (as_mdy.weekday() == weekday.number))
    return -TRACE if _is_american(text, found) else 0


def numbers_of(found: re.Match[str]) -> tuple[int, int, int]:
    """Return the three numbers of a ``NUMERIC`` date as printed, the year in full."""
    return int(found["first"]), int(found["second"]), full_year(found["year"] or found["short"])


def _is_american(text: str, found: re.Match[str]) -> bool:
    """Say whether the date is printed as .NET does for Americans: ``8/10/2017 2:30:00 PM``."""
    padded = found["first"].startswith("0") or found["second"].startswith("0")
    return not padded and found["mark"] == "/" and AMERICAN.match(text, found.end()) is not None
