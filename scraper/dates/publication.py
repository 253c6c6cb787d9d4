"""The publication date of a line: the likeliest of the dates it holds."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from scraper.dates.labels import Label
from scraper.dates.printed import DateMatch, find_dates
from scraper.dates.values import Moment, Order, day_of

RANKS: tuple[Label | None, ...] = (Label.PUBLISHED, None, Label.MODIFIED, Label.CLOCK, Label.EVENT)
"""Labels, the likeliest publication first; the site's clock comes before the date of something else."""

WORD = re.compile(r"\w")


def read_date(line: str, *, order: Order | None = None, now: datetime | None = None) -> Moment | None:
    """Return the publication date printed in ``line``, None where it holds no possible date.

    The arguments are those of ``find_dates``; of several dates ``best`` chooses.

    >>> print(read_date("Thứ tư, 14/04/2010 07:00 (GMT+7)"))
    2010-04-14 07:00:00+07:00
    >>> print(read_date("Ngày xuất bản: 20/02/2023 1:49:10 CH"))
    2023-02-20 13:49:10+07:00
    >>> read_date("Nghị định 34/2021/NĐ-CP") is None
    True
    """
    found = best(find_dates(line, order, now))
    return found.value if found else None


def best(found: Sequence[DateMatch]) -> DateMatch | None:
    """Return the likeliest publication among the matches of one line, None for none.

    The label decides; then whether the date begins the line, or else ends it. A day after the stated change is no
    publication but the site's clock.

    >>> print(best(find_dates("Sơ kết đợt thi ngày 5/7/2017 10/08/2017 14:30")).value)
    2017-08-10 14:30:00+07:00
    """
    changed = min((day_of(match.value) for match in found if match.label == Label.MODIFIED), default=date.max)
    return min(found, key=lambda match: _doubt(match, changed), default=None)


def _doubt(match: DateMatch, changed: date) -> tuple[bool, int, bool, bool]:
    """Return how much speaks against ``match``, weightiest first; ``changed`` is the day of the stated change."""
    label = Label.CLOCK if match.label is None and day_of(match.value) > changed else match.label
    begins, ends = not WORD.search(match.before), not WORD.search(match.after)
    return match.form != "full", RANKS.index(label), not begins, not ends
