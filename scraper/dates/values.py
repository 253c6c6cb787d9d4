"""Building blocks: the zone, the days that can be, a day joined with its time."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Literal

VIETNAM = timezone(timedelta(hours=7))
"""Zone of every moment in the archive."""

Moment = datetime | date
"""A moment in +07:00, or the day alone where no time is printed."""

Order = Literal["dmy", "mdy"]
"""Order of day and month in numeric dates."""

FIRST_YEAR, LAST_YEAR = 1900, 2099
SENTINELS = {date(1900, 1, 1), date(1969, 12, 31), date(1970, 1, 1), date(1980, 1, 1)}
"""Days that programs print where they know none."""

WHOLE_DAY = timedelta(days=1)


def possible_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none or where programs print it for lack of one.

    >>> possible_day(2017, 2, 30), possible_day(1970, 1, 1), possible_day(2017, 2, 28)
    (None, None, datetime.date(2017, 2, 28))
    """
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        return None
    return found if FIRST_YEAR <= year <= LAST_YEAR and found not in SENTINELS else None


def full_year(digits: str) -> int:
    """Return the year printed with two digits or four.

    >>> full_year("09"), full_year("65"), full_year("2017")
    (2009, 1965, 2017)
    """
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 50 else 1900)


def join(day: date, since_midnight: timedelta | None) -> Moment:
    """Return ``day`` at a time; a midnight, 24:00 too, means that no time is known.

    >>> print(join(date(2017, 8, 10), timedelta(hours=14)), join(date(2017, 8, 10), timedelta(hours=24)))
    2017-08-10 14:00:00+07:00 2017-08-11
    """
    if since_midnight is None:
        return day
    moment = datetime.combine(day, time(), VIETNAM) + since_midnight
    return moment if since_midnight % WHOLE_DAY else moment.date()


def in_vietnam(moment: datetime) -> Moment:
    """Return ``moment`` in +07:00, without fractions of a second; one without zone is taken to be there already.

    A midnight, here or in UTC, is the day alone: programs write it for a field that holds no time.

    >>> in_vietnam(datetime.fromisoformat("2017-08-10T00:00:00Z"))
    datetime.date(2017, 8, 10)
    """
    if moment.utcoffset() == timedelta() and moment.time() == time():
        return moment.date()
    local = moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)
    return local.date() if local.time() == time() else local.replace(microsecond=0)


def day_of(moment: Moment) -> date:
    """Return the day of ``moment``."""
    return moment.date() if isinstance(moment, datetime) else moment
