"""Dates as pages print them, among labels, counters and other text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scraper.dates.clock import clock_around
from scraper.dates.labels import Label, label_before
from scraper.dates.order import vote
from scraper.dates.relative import read_relative
from scraper.dates.values import Moment, Order, fold, join, possible_day
from scraper.dates.words import MONTH, WEEKDAY, month_of


@dataclass(frozen=True, slots=True)
class DateMatch:
    """One date in a line."""

    value: Moment
    """What it says."""
    start: int
    """First character of date and time in the composed (NFC) line."""
    end: int
    """First character behind them."""
    label: Label | None
    """What the words before it say it is the date of."""
    weekday: bool
    """Whether a day of the week stands before it."""


Day = tuple[date, int, int]
"""A day and where it stands."""

YEAR = r"((?:19|20)\d\d)"
GLUED = r"(?=\d\d?/\d\d?/\d{4})"
NUMERIC = re.compile(
    rf"(?<![\d/])(\d\d?)\s*([/.\-–])\s*(\d\d?)\s*\2\s*"
    rf"(?:{YEAR}(?:{GLUED}|(?!\d)(?!\s*[/\-]\s*[a-z]))|(\d\d)(?![\d:/.\-–])(?!\s*[:h]))"
)
YEAR_FIRST = re.compile(rf"(?<![\d/]){YEAR}\s*([/.\-])\s*(\d\d?)\s*\2\s*(\d\d?)(?!\d)")
DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
LONG_YEAR = r"(?:nam\s*)?(?P<year>(?:19|20)\d\d)(?!\d)"
DAY_MONTH = re.compile(rf"(?<!\d){DAY}[\s,\-/.]*{MONTH}[\s,.\-/]*{LONG_YEAR}")
MONTH_DAY = re.compile(rf"(?<![a-z\d]){MONTH}[\s.,\-]+{DAY}[\s,]+{LONG_YEAR}")
LUNAR = re.compile(r"[\s(,]*(?:am lich|al\b|nham \w+\b|giap \w+\b|\(?tuc ngay)")
MAYBE = re.compile(r"\d\d?\s*[/.\-–]\s*\d|\d[\s\S]*(?:19|20)\d\d")


def find_dates(line: str, order: Order = "dmy") -> list[DateMatch]:
    """Return the dates with day, month and year printed in ``line``, in order; ``order`` is that of the site's numeric dates.

    >>> [str(match.value) for match in find_dates("Ngày đăng: 30/12/2019 9:12 SA 278 lượt xem")]
    ['2019-12-30 09:12:00+07:00']
    >>> find_dates("Nghị định 34/2021/NĐ-CP; hỗ trợ 24/7; ISO 9001:2015")
    []
    """
    if not MAYBE.search(line):
        return []
    folded = fold(line)
    days = _without_overlap(sorted(_days(folded, order), key=lambda day: day[1]))
    return [match for day in days if (match := _match(folded, day))]


def read_date(line: str, *, order: Order = "dmy", now: datetime | None = None) -> Moment | None:
    """Return the publication date printed in ``line``, None where it holds no possible date.

    Of several the one labelled as publication is taken, else the first that is not labelled as something else. Relative
    forms ("2 giờ trước") are read only where ``now``, the moment of capture, is given.

    >>> print(read_date("Thứ tư, 14/04/2010 07:00 (GMT+7)"))
    2010-04-14 07:00:00+07:00
    >>> print(read_date("Ngày xuất bản: 20/02/2023 1:49:10 CH"))
    2023-02-20 13:49:10+07:00
    >>> read_date("Nghị định 34/2021/NĐ-CP") is None
    True
    """
    found = find_dates(line, order)
    if found:
        return best(found).value
    return read_relative(fold(line), now) if now else None


def best(found: list[DateMatch]) -> DateMatch:
    """Return the match of ``found`` most likely to be the publication."""
    rank = {Label.PUBLISHED: 0, None: 1, Label.MODIFIED: 2, Label.EVENT: 3}
    return min(found, key=lambda match: rank[match.label])


def _match(folded: str, day: Day) -> DateMatch | None:
    """Return the day with the time and label around it, None for a lunar day."""
    value, start, end = day
    if LUNAR.match(folded, end):
        return None
    clock = clock_around(folded, start, end)
    first, last = (min(start, clock.start), max(end, clock.end)) if clock else (start, end)
    weekday = WEEKDAY.search(folded, max(0, first - 20), start) is not None
    moment = join(value, clock.value) if clock else value
    if clock is None and folded[end : end + 6].lstrip(" ,-") == "24:00":
        moment = value + timedelta(days=1)
    return DateMatch(moment, first, last, label_before(folded, first) or label_before(folded, start), weekday)


def _days(folded: str, order: Order) -> Iterator[Day]:
    """Yield every possible day in ``folded``, overlapping ones too."""
    for found in NUMERIC.finditer(folded):
        yield from _numeric(folded, found, order)
    for found in YEAR_FIRST.finditer(folded):
        yield from _day(int(found[1]), int(found[3]), int(found[4]), found)
    for pattern in (DAY_MONTH, MONTH_DAY):
        for found in pattern.finditer(folded):
            yield from _day(int(found["year"]), month_of(found.groupdict()), int(found["day"]), found)


def _numeric(folded: str, found: re.Match[str], order: Order) -> Iterator[Day]:
    """Yield the day in three numbers: in the site's order, unless only the other one is possible or the line itself says so."""
    first, second, year = int(found[1]), int(found[3]), int(found[4] or _in_century(found[5]))
    told = vote(folded)
    month_first = order == "mdy" if told == 0 else told < 0
    if (month_first and first <= 12) or second > 12:
        first, second = second, first
    yield from _day(year, second, first, found)


def _in_century(digits: str) -> int:
    """Return the year that two digits mean on the web."""
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def _day(year: int, month: int, day: int, found: re.Match[str]) -> Iterator[Day]:
    """Yield the day with its place where the calendar has it."""
    value = possible_day(year, month, day)
    if value:
        yield value, found.start(), found.end()


def _without_overlap(days: list[Day]) -> list[Day]:
    """Return ``days`` in order without those that begin inside an earlier one."""
    kept: list[Day] = []
    for day in days:
        if not kept or day[1] >= kept[-1][2]:
            kept.append(day)
    return kept
