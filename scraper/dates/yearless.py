"""Days printed without their year: "Sáng 14/8", "(28/4)", "Thứ Tư, ngày 13/9"."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from scraper.dates.days import LUNAR, NOT_COUNTED, Day
from scraper.dates.values import VIETNAM, possible_day
from scraper.dates.words import MONTH, WEEKDAY_BEFORE, month_of, weekday_before

SHORT = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:\s?(?P<mark>[/.\-])\s?(?P<second>1[0-2]|0?[1-9])(?!\d)|\s+(?=thang|thg)" + MONTH + ")"
NO_YEAR_BEHIND = r"(?!\s*[/.\-]\s*\d|\s*%|,\d|\s+(?:nam\s+)?(?:19|20)\d\d|\s*(?:ty|trieu|nghin|ngan|dong|usd)\b)"
IN_LINE = re.compile(rf"(?<![\d/.,:\-]){NOT_COUNTED}{SHORT}{NO_YEAR_BEHIND}")
CUE = re.compile(r"(?<!tuc )\b(?:ngay|mung|mong|(?:sang|trua|chieu|toi|dem|hom)(?: nay| qua)?)[\s,]*$")
"""What must stand before such a day inside a line; numbers with a slash are mostly shares, scores and documents."""

ALONE = re.compile(r"[\s(\[]*(?:[\d:h]+[\s,|\-]+)?(?:\d\d?/\d\d?|\d\d? thang \d\d?)(?:[\s,|\-]+[\d:h]+)?[\s)\].]*")
"""A line that is nothing but such a day and its time."""

ALL_THE_TIME = "24/7"
FARTHEST = timedelta(days=240)
"""How long before its date a text may be published that names no year: a day in December, told in January, is past."""


def find_yearless(text: str, now: datetime) -> Iterator[Day]:
    """Yield the days without year in the folded ``text``, in the year they have around ``now``."""
    alone = ALONE.fullmatch(text) is not None and ALL_THE_TIME not in text
    for found in IN_LINE.finditer(text):
        if LUNAR.match(text, found.end()) or not (alone or _has_cue(text, found.start())):
            continue
        month = int(found["second"]) if found["second"] else month_of(found.groupdict())
        weekday = weekday_before(text, 0, found.start())
        value = year_for(int(found["day"]), month, now, weekday.number if weekday else None)
        if value:
            yield Day(value, found.start(), found.end(), "yearless")


def _has_cue(text: str, start: int) -> bool:
    """Say whether the words before ``start`` lead to a day."""
    before = text[max(0, start - 24) : start]
    return CUE.search(before) is not None or WEEKDAY_BEFORE.search(before) is not None


def year_for(day: int, month: int, now: datetime, weekday: int | None = None) -> date | None:
    """Return the day in the year that the weekday tells, else in that of ``now``, or the year before where it lies too far off.

    >>> january = datetime(2017, 1, 5, tzinfo=VIETNAM)
    >>> year_for(28, 12, january), year_for(14, 8, january)
    (datetime.date(2016, 12, 28), datetime.date(2017, 8, 14))
    """
    today = now.astimezone(VIETNAM).date()
    years = [today.year, today.year - 1, today.year + 1]
    days = [found for year in years if (found := possible_day(year, month, day))]
    near = [found for found in days if found - today <= FARTHEST]
    told = [found for found in near if found.weekday() == weekday]
    return next(iter(told or near), None)
