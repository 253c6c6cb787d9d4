"""Dates told from the moment of reading: "2 giờ trước", "Hôm qua, 15:20"."""

import re
from datetime import datetime, timedelta

from scraper.dates.clock import clock_around
from scraper.dates.values import VIETNAM, Moment, join

COUNTS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "vai": 0, "an": 1, "a": 1,
}  # fmt: skip
SPANS = {
    "giay": timedelta(seconds=1), "second": timedelta(seconds=1), "phut": timedelta(minutes=1), "minute": timedelta(minutes=1),
    "gio": timedelta(hours=1), "tieng": timedelta(hours=1), "h": timedelta(hours=1), "hour": timedelta(hours=1),
    "ngay": timedelta(days=1), "day": timedelta(days=1), "tuan": timedelta(days=7), "week": timedelta(days=7),
}  # fmt: skip
AGO = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(COUNTS)})\s*({'|'.join(SPANS)})s?(?:\s+dong ho)?\s*(?:truoc(?:\s+day)?|ago)\b",
)
NAMED = (("hom kia", 2), ("hom qua", 1), ("yesterday", 1), ("hom nay", 0), ("today", 0))
NOW = re.compile(r"^(?:vua xong|vua moi|moi day|just now)$")


def read_relative(folded: str, now: datetime) -> Moment | None:
    """Return the moment that ``folded`` tells from ``now``, None where it tells none; spans of days give the day alone."""
    local = now.astimezone(VIETNAM)
    if NOW.match(folded.strip()):
        return local
    ago = AGO.search(folded)
    if ago:
        span = SPANS[ago[2]]
        then = local - span * (int(ago[1]) if ago[1].isdigit() else COUNTS[ago[1]])
        return then.date() if span >= timedelta(days=1) else then
    return _named(folded, local)


def _named(folded: str, local: datetime) -> Moment | None:
    """Return the day that a word names, at the time printed beside it."""
    for word, days in NAMED:
        place = folded.find(word)
        if place >= 0:
            clock = clock_around(folded, place, place + len(word))
            return join((local - timedelta(days=days)).date(), clock.value if clock else None)
    return None
