"""Times of day beside a date: "14:30", "9h05", "7 giờ 30 phút", "1:49:10 CH", "2:30 chiều"."""

import re
from dataclasses import dataclass
from datetime import timedelta

HALF = r"(?:sa|ch|am|pm|sang|trua|chieu|dem|toi(?!\s+\d\d?\s*[:hg]))\b|[ap]\.\s?m\b\.?"
"""Half or part of the day. "tối" (evening) folds like "tới" (until), which leads to another time."""

BARE_TIME = r"(?:2[0-4]|[01]?\d)\s*(?::\s*[0-5]\d(?:\s*:\s*[0-5]\d)?|(?:h|gio|g)\s*(?:[0-5]\d)?)"
TIME = (
    r"(?P<hour>2[0-4]|[01]?\d)\s*"
    r"(?::\s*(?P<minute>[0-5]\d)(?:\s*:\s*(?P<second>[0-5]\d)(?:\.\d+)?)?(?!\d)"
    r"|(?:h|gio|g)(?![a-z])\s*(?:(?P<minute_said>[0-5]\d|\d(?=\s*phut))(?!\d|\s*(?:[/.\-]\s*\d|thang)))?)"
    rf"\s*(?:'|phut\b|ph?\b(?!\.))?(?:\s*(?P<open>[\[(])?(?P<half>{HALF})(?(open)[\])]))?"
)
"""A time; its groups are read by ``_since_midnight``."""

ZONE_NAME = r"(?:gmt|utc|ict|gio dong duong|gio viet nam)\b(?:\s*[+-]\s*\d\d?(?::?\d\d)?)?"
ZONE = rf"(?:\+0?7:?00\b|\(\s*{ZONE_NAME}\s*\)|{ZONE_NAME})"
"""A zone as printed. It is not reckoned with: sites print GMT and mean their own clock."""

GAP = r"[\s,;|@•·'()\[\]\-]*+"
WORDS = r"(?:vao luc|luc|vao|hoi|at|ngay|tu|sang|trua|chieu|toi|buoi \w+|thu \w+|chu nhat|t[2-7]|cn)\b"
BEHIND = re.compile(rf"{GAP}(?:(?:{WORDS}|{ZONE}):?{GAP}){{0,3}}{TIME}(?:\s*{ZONE})?")
BEFORE = re.compile(rf"(?<![\d/.,]){TIME}(?:\s*(?:-|den|toi)\s*{BARE_TIME})?{GAP}(?:(?:{WORDS}|{ZONE})[:.]?{GAP}){{0,3}}$")
REACH = 48
"""How far before a date its time begins, characters."""

MORNING = {"sa", "am", "sang"}
AFTERNOON = {"ch", "pm", "chieu", "toi"}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day and where it stands."""

    since_midnight: timedelta
    """The time, up to 24:00."""
    start: int
    """First character."""
    end: int
    """First character behind it and its zone."""


def clock_behind(text: str, end: int) -> Clock | None:
    """Return the time that follows a date ending at ``end`` in the folded ``text``.

    >>> clock_behind("10/8/2017 - 2:30 chieu", 9).since_midnight
    datetime.timedelta(seconds=52200)
    """
    found = BEHIND.match(text, end)
    return Clock(_since_midnight(found), found.start("hour"), found.end()) if found else None


def clock_before(text: str, floor: int, start: int) -> Clock | None:
    """Return the time that leads to a date beginning at ``start``, the first one of "7g30 đến 12g00".

    >>> clock_before("tu 7g30 den 12g00 ngay 27/3/2022", 0, 23).since_midnight
    datetime.timedelta(seconds=27000)
    """
    floor = max(floor, start - REACH)
    found = BEFORE.search(text[floor:start])
    return Clock(_since_midnight(found), floor + found.start("hour"), start) if found else None


def _since_midnight(found: re.Match[str]) -> timedelta:
    """Return the time in the groups of ``TIME``."""
    minute = found["minute"] or found["minute_said"] or 0
    hour = _in_day(int(found["hour"]), re.sub(r"[^a-z]", "", found["half"] or ""))
    return timedelta(hours=hour, minutes=int(minute), seconds=int(found["second"] or 0))


def _in_day(hour: int, half: str) -> int:
    """Return the hour of 24, marked or not; a mark on an hour of 24 ("14:30 PM") says nothing more.

    >>> _in_day(12, "sa"), _in_day(2, "ch"), _in_day(11, "trua"), _in_day(1, "trua"), _in_day(11, "dem"), _in_day(2, "dem")
    (0, 14, 11, 13, 23, 2)
    """
    if half in MORNING or (half == "dem" and hour == 12):
        return 0 if hour == 12 else hour
    later = half in AFTERNOON or (half == "dem" and hour >= 6) or (half == "trua" and hour < 6)
    return hour + 12 if later and hour < 12 else hour
