"""Days with day, month and year, wherever they stand in a folded line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from scraper.dates.iso import ISO_MOMENT, read_iso
from scraper.dates.order import NUMERIC, YEAR, YEAR_END, evidence, numbers_of
from scraper.dates.values import Moment, Order, possible_day
from scraper.dates.words import MONTH, NAM, NUMBERS, THANG, either, month_of

Form = Literal["full", "yearless", "relative"]
"""How a date is printed: with its year, without it, or told from the moment of reading."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a whole moment, and where it stands."""

    value: Moment
    """The day; a moment where the form holds the time too."""
    start: int
    """First character."""
    end: int
    """First character behind it."""
    form: Form = "full"
    """How it is printed."""


Reader = Callable[[str, Order | None], Iterator[Day]]

DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
FULL_YEAR = rf"(?:{NAM}\s*)?(?P<year>{YEAR}){YEAR_END}"
NOT_COUNTED = r"(?<!\bso )(?<!\bso: )(?<!\btap )(?<!\bky )(?<!\btuan )(?<!\bdot )(?<!\blan )"
"""Before a number that counts something else: "Số 15 Tháng 3 2016" and "tuần 2 tháng 8 năm 2017" are no days."""

YEAR_FIRST = re.compile(rf"(?<![\d/.\-])(?P<year>{YEAR})(?P<mark>[/.\-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d|[/\-]\d)")
SPACED = re.compile(rf"(?<![\d/.,:\-])(?<!\d )(?P<day>\d\d) (?P<month>\d\d) (?P<year>{YEAR})(?! ?\d+(?![\d:h]))")
"""Numbers with nothing but spaces between, all of them padded: a SharePoint theme prints dates so."""

DAY_MONTH = re.compile(rf"(?<![\d/]){NOT_COUNTED}{DAY}[\s,./\-]*{MONTH}[\s,./\-]*{FULL_YEAR}")
MONTH_DAY = re.compile(rf"(?<![a-z\d]){MONTH}[\s.,]+{DAY}[\s,]+{FULL_YEAR}")
SPELLED = re.compile(
    rf"\b(?P<day>{either(NUMBERS)})\s+{THANG}\s+(?:(?P<month>1[0-2]|0?[1-9])|(?P<word>{either(NUMBERS)}))[\s,]+{FULL_YEAR}"
)
LUNAR = re.compile(
    r"[\s(,]*(?:am lich|al\b|nam (?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) "
    r"(?:ty|suu|dan|mao|thin|ngo|mui|vi|than|dau|tuat|hoi)\b)"
)
"""What follows a day of the lunar calendar, which nothing here converts."""


def find_days(text: str, order: Order | None) -> list[Day]:
    """Return the days in the folded ``text``, in order and without overlap; ``order`` as for ``find_dates``."""
    found = sorted((day for reader in READERS for day in reader(text, order)), key=lambda day: (day.start, -day.end))
    return [day for day in without_overlap(found) if not LUNAR.match(text, day.end)]


def without_overlap(days: list[Day]) -> list[Day]:
    """Return ``days`` (in order) without those that begin inside an earlier one."""
    kept: list[Day] = []
    for day in days:
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return kept


def numeric(text: str, order: Order | None) -> Iterator[Day]:
    """Yield days in numbers: in the site's order, or where that is unknown in the one the line speaks for."""
    for found in NUMERIC.finditer(text):
        first, second, year = numbers_of(found)
        month_first = order == "mdy" if order else evidence(text, found) < 0
        as_dmy, as_mdy = possible_day(year, second, first), possible_day(year, first, second)
        value = as_mdy or as_dmy if month_first else as_dmy or as_mdy
        yield from _at(found, value)


def moment(text: str, _order: Order | None) -> Iterator[Day]:
    """Yield moments as programs write them: ``2017-08-10t07:30:00z``."""
    for found in ISO_MOMENT.finditer(text):
        value = read_iso(found[0])
        if value:
            yield Day(value, found.start(), found.end())


def in_fixed_order(text: str, _order: Order | None) -> Iterator[Day]:
    """Yield days like ``2017-08-10`` and ``10 08 2017``."""
    for pattern in (YEAR_FIRST, SPACED):
        for found in pattern.finditer(text):
            yield from _at(found, possible_day(int(found["year"]), int(found["month"]), int(found["day"])))


def named_month(text: str, _order: Order | None) -> Iterator[Day]:
    """Yield days like ``10 thang 8 nam 2017``, ``10-aug-2017``, ``thang tam 10, 2017`` and ``august 10, 2017``."""
    for pattern in (DAY_MONTH, MONTH_DAY):
        for found in pattern.finditer(text):
            yield from _at(found, possible_day(int(found["year"]), month_of(found.groupdict()), int(found["day"])))


def spelled(text: str, _order: Order | None) -> Iterator[Day]:
    """Yield days like ``muoi thang tam nam 2017``."""
    for found in SPELLED.finditer(text):
        month = int(found["month"]) if found["month"] else NUMBERS[found["word"]]
        yield from _at(found, possible_day(int(found["year"]), month, NUMBERS[found["day"]]))


def _at(found: re.Match[str], value: date | datetime | None) -> Iterator[Day]:
    """Yield ``value`` with the place it was found in, nothing for None."""
    if value:
        yield Day(value, found.start(), found.end())


READERS: tuple[Reader, ...] = (moment, in_fixed_order, numeric, named_month, spelled)
"""Readers of days; where two answer for one place the longer answer wins."""
