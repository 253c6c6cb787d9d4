"""Days an event lasts, and dates told no finer than month or year."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from scraper.dates.folding import fold
from scraper.dates.order import YEAR
from scraper.dates.printed import find_dates
from scraper.dates.values import VIETNAM, day_of, possible_day
from scraper.dates.words import MONTHS, NAM, THANG, either

Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends in it."""

    start: date
    """First day."""
    end: date
    """Last day."""
    precision: Precision
    """How finely it is told."""

    def isoformat(self) -> str:
        """Return ISO 8601, no finer than told: ``2017-08-10/2017-08-12``, ``2017-08``, ``2012/2013``.

        >>> Period(date(2017, 7, 1), date(2017, 9, 30), "month").isoformat()
        '2017-07/2017-09'
        """
        length = {"day": 10, "month": 7, "year": 4}[self.precision]
        start, end = self.start.isoformat()[:length], self.end.isoformat()[:length]
        return start if start == end else f"{start}/{end}"


PART_OF_DAY = r"(?:(?:buoi )?(?:sang|trua|chieu|toi|het)\s+)?"
JOINT = rf"\s*(?:-|den|toi|va|&|,)\s*{PART_OF_DAY}(?:ngay\s+)?"
MONTH_IN_DAYS = rf"\s*(?:[/.\-]|{THANG})\s*"
YEAR_BEHIND = rf"(?:\s*+(?:[/.\-]|(?:,\s*+)?{NAM}\b|,)\s*+(?P<%s>{YEAR})(?!\d))?"
DAYS = re.compile(
    rf"(?<![\d/:])(?<!\d[.\-])(?P<first>\d\d?)(?:,\s*\d\d?){{0,5}}"
    rf"(?:{MONTH_IN_DAYS}(?P<first_month>\d\d?)(?!\d){YEAR_BEHIND % 'first_year'})?"
    rf"{JOINT}(?P<last>\d\d?){MONTH_IN_DAYS}(?P<last_month>\d\d?)(?!\d){YEAR_BEHIND % 'last_year'}"
)
"""From one day to another; month and year of the first are often left to be told by the last."""

CUE = re.compile(r"(?:ngay|tu|sang|chieu|toi)\s*$")
"""What stands before days whose year is not told; two numbers alone are a score or a share."""

MONTH = rf"(?:\d\d?(?!\d)|(?:{either(MONTHS)})\b)"
YEAR_OF_MONTH = rf"(?:[\s/,.\-]*(?:{NAM}\s*)?(?P<year>{YEAR})(?!\d))?"
MONTHS_TOLD = re.compile(
    rf"{THANG}\s*(?P<first>{MONTH})(?:\s*(?:-|den)\s*(?:{THANG}\s*)?(?P<last>\d\d?)(?!\d))?{YEAR_OF_MONTH}"
)
QUARTER = re.compile(rf"\bquy\s+(?P<roman>iv|i{{1,3}}|[1-4])\b[\s/,.\-]*(?:{NAM}\s*)?(?P<year>{YEAR})(?!\d)")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
YEARS = re.compile(rf"(?<!\d ){NAM}(?: hoc)?\s+(?P<first>{YEAR})(?!\d)(?:\s*(?:-|den)\s*(?P<last>{YEAR})(?!\d))?")


def read_period(line: str, *, now: datetime | None = None) -> Period | None:
    """Return the days, months or years that ``line`` says something lasts or falls in; None where it says none.

    For the dates of events; a publication date is never so coarse. Where no year is told, that of ``now`` is meant. Terms of
    office ("nhiệm kỳ 2020 - 2025") are no event.

    >>> read_period("Hội thảo từ ngày 29 đến ngày 31/7/2015").isoformat(), read_period("Quý III/2017").isoformat()
    ('2015-07-29/2015-07-31', '2017-07/2017-09')
    """
    text = fold(line).text
    year = now.astimezone(VIETNAM).year if now else None
    return _days(text, year) or _one_day(line, now) or _coarse(text, year)


def _days(text: str, year: int | None) -> Period | None:
    """Return the days from one to another."""
    return next((found for match in DAYS.finditer(text) if (found := _days_in(text, match, year))), None)


def _days_in(text: str, match: re.Match[str], now_year: int | None) -> Period | None:
    """Return the days in the groups of ``DAYS``; None where they run backwards or no year is known."""
    told = match["last_year"] or (CUE.search(text[max(0, match.start() - 24) : match.start()]) and now_year)
    if not told:
        return None
    last_year, last_month = int(told), int(match["last_month"])
    first_month = int(match["first_month"] or last_month)
    first_year = int(match["first_year"] or last_year - (first_month > last_month))
    start = possible_day(first_year, first_month, int(match["first"]))
    end = possible_day(last_year, last_month, int(match["last"]))
    return Period(start, end, "day") if start and end and start < end else None


def _one_day(line: str, now: datetime | None) -> Period | None:
    """Return the one day that ``line`` tells."""
    found = find_dates(line, now=now)
    return Period(day_of(found[0].value), day_of(found[0].value), "day") if found else None


def _coarse(text: str, year: int | None) -> Period | None:
    """Return a quarter, months or years."""
    return next((found for reader in COARSE if (found := reader(text, year))), None)


def _quarter(text: str, _year: int | None) -> Period | None:
    """Return the months of a quarter."""
    found = QUARTER.search(text)
    if not found:
        return None
    quarter = QUARTERS.get(found["roman"]) or int(found["roman"])
    return _months_of(int(found["year"]), quarter * 3 - 2, quarter * 3)


def _months(text: str, year: int | None) -> Period | None:
    """Return the months told; without a year only where they are a stretch, "tháng 7" alone being too little."""
    found = MONTHS_TOLD.search(text)
    if not found:
        return None
    told = found["year"] or (found["last"] and year)
    first = MONTHS.get(found["first"]) or int(found["first"])
    return _months_of(int(told), first, int(found["last"] or first)) if told else None


def _months_of(year: int, first: int, last: int) -> Period | None:
    """Return the months of one year, None where it has no such months."""
    return Period(date(year, first, 1), _last_day(year, last), "month") if 1 <= first <= last <= 12 else None


def _last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _years(text: str, _year: int | None) -> Period | None:
    """Return the years told."""
    found = YEARS.search(text)
    if not found:
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    return Period(date(first, 1, 1), date(last, 12, 31), "year") if first <= last else None


COARSE: tuple[Callable[[str, int | None], Period | None], ...] = (_quarter, _months, _years)
"""Readers of what is told no finer than months, the finest first."""
