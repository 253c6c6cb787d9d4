"""Building blocks: zone, folding for matching, days and times that can be."""

import unicodedata
from datetime import date, datetime, time, timedelta, timezone
from typing import Literal

VIETNAM = timezone(timedelta(hours=7))
"""Zone of every moment in the archive."""

Moment = datetime | date
"""A moment in +07:00, or the day alone where no time is printed."""

Order = Literal["dmy", "mdy"]
"""Order of day and month in numeric dates."""

FIRST_YEAR, LAST_YEAR = 1945, 2099
SENTINELS = {date(1970, 1, 1), date(1900, 1, 1), date(1, 1, 1), date(1980, 1, 1)}
"""Days that programs print where they know none."""


def fold(line: str) -> str:
    """Return ``line`` composed, in lower case and without marks, every character in its place.

    >>> fold("Thứ Năm, ngày 10/8")
    'thu nam, ngay 10/8'
    """
    composed = unicodedata.normalize("NFC", line)
    if composed.isascii():
        return composed.lower()
    return "".join(map(_fold_character, composed))


def _fold_character(character: str) -> str:
    """Return one character in lower case without marks."""
    if character.isascii():
        return character.lower()
    if character in "đĐðÐ":
        return "d"
    if character.isspace():
        return " "
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def possible_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar or the history of the web has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return None if found in SENTINELS else found


def join(day: date, clock: time | None) -> Moment:
    """Return ``day`` at ``clock``; midnight means that no time is known.

    >>> join(date(2017, 8, 10), time(0, 0))
    datetime.date(2017, 8, 10)
    """
    if clock is None or clock == time(0, 0):
        return day
    return datetime.combine(day, clock, VIETNAM)


def in_vietnam(moment: datetime) -> Moment:
    """Return ``moment`` in +07:00; one without zone is taken to be there already, exact midnight to be the day alone."""
    local = moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)
    return join(local.date(), local.time().replace(microsecond=0))


def day_of(moment: Moment) -> date:
    """Return the day of ``moment``."""
    return moment.date() if isinstance(moment, datetime) else moment
