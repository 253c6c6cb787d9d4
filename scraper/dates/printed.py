"""Dates as pages print them, among labels, counters and other text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from scraper.dates.clock import Clock, clock_before, clock_behind
from scraper.dates.days import Day, Form, find_days, without_overlap
from scraper.dates.fallback import read_foreign
from scraper.dates.folding import FoldedLine, fold
from scraper.dates.labels import Label, label_before
from scraper.dates.relative import find_relative
from scraper.dates.values import Moment, Order, join
from scraper.dates.words import weekday_before
from scraper.dates.yearless import find_yearless

DIGIT = re.compile(r"\d")
NOTHING = re.compile(r"[\s,.;|\-–()\[\]]*")


@dataclass(frozen=True, slots=True)
class DateMatch:
    """One date in a line."""

    value: Moment
    """What it says: a moment in +07:00, or the day alone where no time is printed."""
    line: str
    """The line as given."""
    start: int
    """Place in it where weekday, time or date begins, whichever comes first."""
    end: int
    """First place behind them and their zone."""
    label: Label | None = None
    """What the words before it say it is the date of."""
    weekday: bool = False
    """Whether a day of the week stands before it."""
    form: Form = "full"
    """How it is printed; the forms other than ``full`` lean on ``now``."""

    @property
    def timed(self) -> bool:
        """Whether a time of day is known."""
        return isinstance(self.value, datetime)

    @property
    def text(self) -> str:
        """What is printed of it: weekday, date, time and zone."""
        return self.line[self.start : self.end]

    @property
    def before(self) -> str:
        """The line before it, label included."""
        return self.line[: self.start]

    @property
    def after(self) -> str:
        """The line behind it."""
        return self.line[self.end :]


def find_dates(line: str, order: Order | None = None, now: datetime | None = None) -> list[DateMatch]:
    """Return the dates printed in ``line``, in order.

    ``order`` is that of the site's numeric dates, as ``order_votes`` tells; without it each line is judged by itself.
    Without ``now``, the moment of capture, only dates with day, month and year are found; with it also those without year
    ("Sáng 14/8") and those told from it ("2 giờ trước").

    >>> [str(match.value) for match in find_dates("Ngày đăng: 30/12/2019 9:12 SA 278 lượt xem")]
    ['2019-12-30 09:12:00+07:00']
    >>> [(match.text, match.label) for match in find_dates("Cập nhật lúc: Thứ tư, 14/04/2010 07:00 (GMT+7) | In")]
    [('Thứ tư, 14/04/2010 07:00 (GMT+7)', <Label.MODIFIED: 'modified'>)]
    >>> find_dates("Nghị định 34/2021/NĐ-CP; hỗ trợ 24/7; ISO 9001:2015")
    []
    """
    if now is None and not DIGIT.search(line):
        return []
    folded = fold(line)
    days = _days(folded.text, order, now)
    return list(_matches(line, folded, days)) if days else _foreign(line)


def _days(text: str, order: Order | None, now: datetime | None) -> list[Day]:
    """Return the days in the folded ``text`` in order, full ones before all others that stand in the same place."""
    full = find_days(text, order)
    if now is None:
        return full
    others = sorted((*find_yearless(text, now), *find_relative(text, now)), key=lambda day: (day.start, -day.end))
    free = [day for day in others if all(day.end <= other.start or other.end <= day.start for other in full)]
    return sorted((*full, *without_overlap(free)), key=lambda day: day.start)


def _matches(line: str, folded: FoldedLine, days: Sequence[Day]) -> Iterator[DateMatch]:
    """Yield the days of ``line`` with what stands around them, none looking past its neighbours."""
    floor = 0
    for day, following in zip(days, (*days[1:], None), strict=True):
        weekday, start, end, value = _surroundings(folded.text, floor, day, following)
        label = label_before(line, folded, floor, start)
        yield DateMatch(value, line, folded.place(start), folded.place(end), label, weekday, day.form)
        floor = end


def _surroundings(text: str, floor: int, day: Day, following: Day | None) -> tuple[bool, int, int, Moment]:
    """Return whether a weekday leads to ``day``, where the whole begins and ends, and its moment."""
    weekday = weekday_before(text, floor, day.start)
    start = weekday.start if weekday else day.start
    clock = None if isinstance(day.value, datetime) else _clock(text, floor, start, day.end, following)
    if clock is None:
        return weekday is not None, start, day.end, day.value
    earlier = weekday_before(text, floor, clock.start) if clock.start < start else None
    first = earlier.start if earlier else min(start, clock.start)
    last = len(text[: max(day.end, clock.end)].rstrip())
    return bool(weekday or earlier), first, last, join(day.value, clock.since_midnight)


def _clock(text: str, floor: int, start: int, end: int, following: Day | None) -> Clock | None:
    """Return the time of the date from ``start`` to ``end``: the one behind it, unless that leads to the ``following`` date."""
    behind, before = clock_behind(text, end), clock_before(text, floor, start)
    if behind and before and following and NOTHING.fullmatch(text, behind.end, following.start):
        return before
    return behind or before


def _foreign(line: str) -> list[DateMatch]:
    """Return the date that the whole line is to dateparser."""
    value = read_foreign(line)
    return [DateMatch(value, line, 0, len(line))] if value else []
