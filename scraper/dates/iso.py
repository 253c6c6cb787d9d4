"""ISO 8601 in all its careless spellings, alone or among other text."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from scraper.dates.values import VIETNAM, Moment, day_of, in_vietnam, possible_day

ISO_DAY = r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)"
ISO_CLOCK = r"(?P<hour>2[0-4]|[01]?\d):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d|60)(?:[.,]\d+)?)?"
ISO_ZONE = r"(?P<zone>z|utc|gmt|ict|[+\- ]\d\d?(?::?\d\d)?)?"
NUKEVIET_ZONE = r"(?P<wrong_zone>[a-z]{3,4}|[+-]\d\d)"
"""NukeViet's ``date('Y-m-dTH:i:s')`` prints the zone where the T should stand: ``2017-08-10ICT14:30:00``."""

ISO = re.compile(rf"{ISO_DAY}(?:(?:t|\s+|{NUKEVIET_ZONE}){ISO_CLOCK}\s?{ISO_ZONE}(?:\[[^\]]*\])?z?)?", re.ASCII)
ISO_MOMENT = re.compile(
    r"(?<![\w/])\d{4}-\d\d-\d\d(?:t|[a-z]{3,4}|\+\d\d)\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?", re.ASCII
)
"""A moment of day and time in one word, as it is met among other text."""


def read_iso(text: str) -> Moment | None:
    """Return the moment in ISO 8601 and its careless spellings, in small letters."""
    found = ISO.fullmatch(text)
    if not found or (found["mark"] == "" and len(found["month"] + found["day"]) != 4):
        return None
    day = possible_day(int(found["year"]), int(found["month"]), int(found["day"]))
    if not day or not found["hour"]:
        return day
    since_midnight = timedelta(hours=int(found["hour"]), minutes=int(found["minute"]), seconds=int(found["second"] or 0))
    zone = _zone(found["zone"] or found["wrong_zone"])
    return checked(lambda: datetime(day.year, day.month, day.day, tzinfo=zone) + since_midnight)


def _zone(printed: str | None) -> timezone:
    """Return the zone as printed, Vietnam's where none is; a plus that an address decoder made a space counts as plus."""
    if printed in {"z", "utc", "gmt"}:
        return UTC
    digits = re.sub(r"\D", "", printed or "")
    if not printed or not digits:
        return VIETNAM
    hours, minutes = (digits, 0) if len(digits) <= 2 else (digits[:-2], int(digits[-2:]))
    ahead = timedelta(hours=int(hours), minutes=minutes)
    return timezone(-ahead if printed[0] == "-" else ahead) if ahead < timedelta(days=1) else VIETNAM


def checked(read: Callable[[], datetime]) -> Moment | None:
    """Return the moment that ``read`` gives, None where it is impossible or stands for "unknown"."""
    try:
        found = in_vietnam(read())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    day = day_of(found)
    return found if possible_day(day.year, day.month, day.day) else None
