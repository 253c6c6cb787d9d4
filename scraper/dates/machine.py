"""Dates that programs write: meta tags, JSON-LD, ``<time>``, feeds, sitemaps."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scraper.dates.iso import checked, read_iso
from scraper.dates.publication import read_date
from scraper.dates.values import Moment, Order

EPOCH = re.compile(r"(?:/date\()?(?P<seconds>\d{10})(?:\d{3})?(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?", re.ASCII)
MAIL = re.compile(r"(?:[a-z]{3,9},?\s+)?\d\d?[\s-][a-z]{3,9}[\s-]\d{2,4}\s+\d\d?:\d\d", re.ASCII)
LONGEST = 80
"""Longest value looked at, characters."""


def read_machine_date(value: str, *, order: Order | None = None) -> Moment | None:
    """Return the moment that ``value`` stands for, in +07:00; the day alone at midnight, None where it stands for none.

    A value without zone is taken to be Vietnam's time. Days that stand for "unknown" (year 1, 1900, 1970) are None, and so
    are months and years alone. Dates printed as for people, which some programs write here too, are read as ``read_date``
    does, ``order`` being that of the site.

    >>> print(read_machine_date("2017-08-10T07:30:00Z"), read_machine_date("2017-08-10ICT14:30:00"))
    2017-08-10 14:30:00+07:00 2017-08-10 14:30:00+07:00
    >>> read_machine_date("2017-08-10"), read_machine_date("2017-08-10T00:00:00+07:00")
    (datetime.date(2017, 8, 10), datetime.date(2017, 8, 10))
    >>> read_machine_date("0001-01-01T00:00:00") is None
    True
    """
    text = value.strip().lower()
    if not text or len(text) > LONGEST:
        return None
    return next((found for reader in READERS if (found := reader(text))), None) or read_date(text, order=order)


def _epoch(text: str) -> Moment | None:
    """Return the moment in seconds or milliseconds since 1970, bare or as .NET wraps them: ``/Date(1502350200000)/``."""
    found = EPOCH.fullmatch(text)
    return checked(lambda: datetime.fromtimestamp(int(found["seconds"]), UTC)) if found else None


def _mail(text: str) -> Moment | None:
    """Return the moment in RFC 822 and its like, as feeds write it; unknown zones (ICT) are taken to be Vietnam's."""
    return checked(lambda: parsedate_to_datetime(text.replace("-0000", "+0000"))) if MAIL.match(text) else None


READERS: tuple[Callable[[str], Moment | None], ...] = (_epoch, read_iso, _mail)
"""Readers of one value each, tried in order."""
