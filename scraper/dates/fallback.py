"""The last resort: dateparser, for dates in English words that no rule foresees ("Thu Aug 10 14:30:00 ICT 2017").

It is kept from what it reads wrongly: long lines (it finds dates in prose that are none and takes milliseconds), Vietnamese
months ("Tháng Năm 5" becomes the 10th), numeric dates with SA and CH, and from guessing a day, month or year not printed.
"""

import re
from datetime import datetime
from functools import cache

from dateparser.date import DateDataParser

from scraper.dates.folding import fold
from scraper.dates.iso import checked
from scraper.dates.values import Moment
from scraper.dates.words import ENGLISH, either

LONGEST = 48
"""Longest line it is asked about, characters."""

MONTH = re.compile(rf"(?<![a-z])(?:{either(ENGLISH)})(?![a-z])")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read_foreign(line: str) -> Moment | None:
    """Return the date that ``line`` is, with an English month, day and year, in +07:00; None where it is more than that.

    >>> print(read_foreign("Thu Aug 10 14:30:00 ICT 2017"))
    2017-08-10 14:30:00+07:00
    >>> read_foreign("August 2017"), read_foreign("Tháng Năm 5, 2017")
    (None, None)
    """
    if len(line) > LONGEST:
        return None
    text = fold(line).text
    if not (YEAR.search(text) and MONTH.search(text)):
        return None
    found = _parsed(line)
    return checked(lambda: found) if found else None


def _parsed(line: str) -> datetime | None:
    """Return what dateparser makes of ``line``; it raises OverflowError on the year 1."""
    try:
        return _parser().get_date_data(line).date_obj
    except (ValueError, OverflowError):
        return None


@cache
def _parser() -> DateDataParser:
    """Return the one parser, built when first needed: its tables take a tenth of a second."""
    settings = {
        "DATE_ORDER": "DMY",
        "TIMEZONE": "+0700",
        "TO_TIMEZONE": "+0700",
        "RETURN_AS_TIMEZONE_AWARE": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
    }
    return DateDataParser(languages=["en"], settings=settings)
