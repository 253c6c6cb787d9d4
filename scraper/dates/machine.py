"""Dates that programs write: meta tags, JSON-LD, ``<time>``, feeds, sitemaps."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from scraper.dates.values import VIETNAM, Moment, day_of, in_vietnam, possible_day

NUKEVIET_ZONE = re.compile(r"^(\d{4}-\d\d-\d\d)(?:ICT|\+0?7\d*|GMT\+?7?)(\d\d:\d\d)", re.ASCII)
"""NukeViet's ``date('Y-m-dTH:i:s')`` prints the zone where the T should stand: ``2017-08-10ICT14:30:00``."""

LAX_ISO = re.compile(
    r"^(\d{4})-(\d\d?)-(\d\d?)(?:[T\s]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)


def read_machine_date(value: str) -> Moment | None:
    """Return the moment that ``value`` stands for, in +07:00; None where it stands for none.

    >>> read_machine_date("2017-08-10T07:30:00Z").isoformat()
    '2017-08-10T14:30:00+07:00'
    >>> read_machine_date("2017-08-10ICT14:30:00").isoformat()
    '2017-08-10T14:30:00+07:00'
    >>> read_machine_date("2017-08-10")
    datetime.date(2017, 8, 10)
    >>> read_machine_date("0001-01-01T00:00:00") is None
    True
    """
    text = value.strip()[:64]
    found = _iso(NUKEVIET_ZONE.sub(r"\1T\2", text)) or _mail(text) or _epoch(text)
    return found if found and possible_day(day_of(found).year, day_of(found).month, day_of(found).day) else None


def _iso(text: str) -> Moment | None:
    """Return the moment in ISO 8601 and its careless spellings."""
    found = LAX_ISO.match(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        if found[4] is None:
            return date(year, month, day)
        moment = datetime(year, month, day, hour, minute, second)
        return in_vietnam(moment.replace(tzinfo=VIETNAM) - _shift(found[7]))
    except (ValueError, OverflowError):
        return None


def _shift(zone: str | None) -> timedelta:
    """Return how far the clock of ``zone`` is ahead of Vietnam's."""
    if not zone:
        return timedelta()
    if zone[0] not in "+-":
        return timedelta(hours=-7)
    digits = zone[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return (ahead if zone[0] == "+" else -ahead) - timedelta(hours=7)


def _mail(text: str) -> Moment | None:
    """Return the moment in RFC 822, as feeds write it."""
    if "," not in text[:5] and not text[:2].strip().isdigit():
        return None
    try:
        return in_vietnam(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _epoch(text: str) -> Moment | None:
    """Return the moment in seconds or milliseconds since 1970."""
    if not re.fullmatch(r"\d{10}|\d{13}", text, re.ASCII):
        return None
    return in_vietnam(datetime.fromtimestamp(int(text[:10]), UTC))
