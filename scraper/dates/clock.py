"""Times of day beside a date: "14:30", "9h05", "7 giờ 30 phút", "1:49:10 CH", "2:30 chiều"."""

import re
from dataclasses import dataclass
from datetime import time

HALF = r"(?:\s*(?P<half>sa|ch|am|pm|a\.m\.|p\.m\.|sang|trua|chieu|toi|dem)\b)?"
TIME = (
    r"(?<![\d/.,])(?P<hour>2[0-4]|[01]?\d)\s*(?:(?::|h|g(?!i)|gio(?:\s+(?=\d\d?\s*phut))?)\s*(?P<minute>[0-5]\d)(?:\s*phut)?"
    r"(?:\s*:\s*(?P<second>[0-5]\d)(?:\.\d+)?)?(?!\d)|\s*(?:h|g|gio)\b)" + HALF
)
BETWEEN = r"[\s,|\-–—•·()\[\]]*"
WORDS = (
    r"(?:(?:luc|vao|hoi|at|ngay|sang|trua|chieu|toi|ict|gmt\s*\+?\s*0?7(?::?00)?|thu \w+|chu nhat|t[2-7]|cn)[\s,|\-–:]*){0,4}"
)
)
AFTER = re.compile(rf"{BETWEEN}{WORDS}{TIME}")
BEFORE = re.compile(rf"{TIME}{BETWEEN}{WORDS}(?:\(?\s*gmt\s*\+?\s*0?7\s*\)?)?{BETWEEN}$")
REACH = 48
"""How far before a date its time is looked for, characters."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time and where it stands."""

    value: time | None
    """The time; None for a midnight that belongs to the next day."""
    start: int
    """First character."""
    end: int
    """First character behind."""


def clock_around(folded: str, start: int, end: int) -> Clock | None:
    """Return the time printed right behind or before the date at ``start`` to ``end``, None where there is none.

    >>> clock_around("14h30, 10/08/2017", 7, 17).value
    datetime.time(14, 30)
    """
    behind = AFTER.match(folded, end)
    if behind and (value := _time(behind)):
        return Clock(value, start, behind.end())
    floor = max(0, start - REACH)
    before = BEFORE.search(folded[floor:start])
    if before and (value := _time(before)):
        return Clock(value, floor + before.start("hour"), end)
    return None


def _time(found: re.Match[str]) -> time | None:
    """Return the time in the groups of ``TIME``, None where no clock shows it."""
    hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
    half = found["half"] or ""
    if half in ("sa", "am", "a.m.", "sang") and hour == 12:
        hour = 0
    if half in ("ch", "pm", "p.m.", "chieu", "toi", "dem", "trua") and hour < 12 and not (half == "trua" and hour > 9):
        hour += 12
    return time(hour, minute, second) if hour < 24 else None
