"""Dates told from the moment of reading: "2 giờ trước", "Hôm qua, 15:20", "thứ năm tuần trước"."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from scraper.dates.clock import clock_behind
from scraper.dates.days import Day
from scraper.dates.values import FIRST_YEAR, VIETNAM
from scraper.dates.words import NUMBERS, WEEKDAY, either, weekday_of

LONGEST = 80
"""Longest line that may tell its date so, characters; in prose "3 năm trước" dates nothing."""

COUNTS = NUMBERS | {"an": 1, "a": 1}
SPANS = {
    "giay": timedelta(seconds=1), "second": timedelta(seconds=1), "sec": timedelta(seconds=1),
    "phut": timedelta(minutes=1), "minute": timedelta(minutes=1), "min": timedelta(minutes=1),
    "gio": timedelta(hours=1), "tieng": timedelta(hours=1), "h": timedelta(hours=1), "hour": timedelta(hours=1),
    "ngay": timedelta(days=1), "day": timedelta(days=1), "tuan": timedelta(days=7), "week": timedelta(days=7),
}  # fmt: skip
MONTHS = {"thang": 1, "month": 1, "nam": 12, "year": 12}
NAMED = {"hom nay": 0, "today": 0, "hom qua": 1, "yesterday": 1, "hom kia": 2}

AMOUNT = rf"\d{{1,3}}|{either(COUNTS)}"
UNIT = either([*SPANS, *MONTHS])
PART = rf"\b(?:{AMOUNT})\s*(?:{UNIT})s?\b(?: dong ho)?"
PART_READ = re.compile(rf"\b(?P<amount>{AMOUNT})\s*(?P<unit>{UNIT})")
JUST_NOW = re.compile(r"\b(?:vua xong|vua moi day|(?:vai|it) giay truoc|just now|(?:a )?few seconds ago)\b")
AGO = re.compile(rf"(?:{PART}[\s,]*)+(?:truoc(?: day)?|ago)\b(?! khi\b)|\bcach day\s+(?:khoang |gan |hon )?{PART}")
DAY_NAME = re.compile(rf"\b(?:{either(NAMED)})\b")
LAST_WEEK = re.compile(rf"{WEEKDAY} tuan truoc\b")
NOTHING = re.compile(r"[\s.|()\[\]\-]*$")


def find_relative(text: str, now: datetime) -> Iterator[Day]:
    """Yield the dates that the folded ``text`` tells from ``now``; spans of days and more give the day alone."""
    local = now.astimezone(VIETNAM)
    if len(text) <= LONGEST:
        for reader in READERS:
            yield from reader(text, local)


def _just_now(text: str, now: datetime) -> Iterator[Day]:
    """Yield ``now`` where the text says so."""
    for found in JUST_NOW.finditer(text):
        yield Day(now, found.start(), found.end(), "relative")


def _ago(text: str, now: datetime) -> Iterator[Day]:
    """Yield what lies a told span back: ``2 gio 5 phut truoc``."""
    for found in AGO.finditer(text):
        months, span, is_exact = _reckon(found[0])
        day = _months_back(now.date(), months)
        if day.year >= FIRST_YEAR:
            then = datetime.combine(day, now.timetz()) - span
            yield Day(then if is_exact else then.date(), found.start(), found.end(), "relative")


def _reckon(text: str) -> tuple[int, timedelta, bool]:
    """Return the months and the span told in ``text``, and whether it counts hours or less."""
    months, span, is_exact = 0, timedelta(), False
    for part in PART_READ.finditer(text):
        count = int(part["amount"]) if part["amount"].isdigit() else COUNTS[part["amount"]]
        months += count * MONTHS.get(part["unit"], 0)
        unit = SPANS.get(part["unit"], timedelta())
        span += count * unit
        is_exact |= timedelta() < unit < timedelta(days=1)
    return months, span, is_exact


def _months_back(day: date, months: int) -> date:
    """Return the same day ``months`` earlier, the last of the month where it is shorter.

    >>> _months_back(date(2017, 3, 31), 1)
    datetime.date(2017, 2, 28)
    """
    year, month = divmod(max(day.year * 12 + day.month - 1 - months, 12), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _named(text: str, now: datetime) -> Iterator[Day]:
    """Yield a day named by a word that a time or the end follows: in ``Hom nay: 172`` it heads a counter."""
    for found in DAY_NAME.finditer(text):
        if clock_behind(text, found.end()) or NOTHING.match(text, found.end()):
            yield Day(now.date() - timedelta(days=NAMED[found[0]]), found.start(), found.end(), "relative")


def _last_week(text: str, now: datetime) -> Iterator[Day]:
    """Yield a weekday of the seven days before ``now``, as moment.js tells them: ``thu nam tuan truoc``."""
    for found in LAST_WEEK.finditer(text):
        back = (now.weekday() - weekday_of(found) - 1) % 7 + 1
        yield Day(now.date() - timedelta(days=back), found.start(), found.end(), "relative")


READERS: tuple[Callable[[str, datetime], Iterator[Day]], ...] = (_just_now, _ago, _named, _last_week)
"""Readers of told dates; where two answer for one place the longer answer wins."""
