"""Names of months, days of the week and numbers, folded: Vietnamese, and the English that foreign systems print."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

DIGITS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
ENDINGS = {"mot": ("mot",), "bon": ("bon", "tu"), "nam": ("lam", "nham")}
"""How digits are said behind "mươi", where that differs."""

NUMBERS = (
    {word: number for number, word in enumerate(DIGITS, 1)}
    | {"tu": 4, "muoi": 10, "hai muoi": 20, "ba muoi": 30}
    | {
        f"{tens} {ending}": ten + number
        for tens, ten in (("muoi", 10), ("hai muoi", 20), ("hai", 20), ("ba muoi", 30), ("ba", 30))
        for number, word in enumerate(DIGITS, 1)
        for ending in ENDINGS.get(word, (word,))
    }
)
"""Numbers in words, to 39."""

MONTHS = {word: number for word, number in NUMBERS.items() if number <= 12} | {
    "gieng": 1, "chap": 12, "m. mot": 11, "m.mot": 11, "m. hai": 12, "m.hai": 12,
}  # fmt: skip
"""Months in words. NukeViet writes "Tháng M. một" for November."""

ENGLISH = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    "thu hai": 0, "thu ba": 1, "thu tu": 2, "thu nam": 3, "thu sau": 4, "thu bay": 5, "chu nhat": 6, "chua nhat": 6, "cn": 6,
    "t.hai": 0, "t.ba": 1, "t.tu": 2, "t.nam": 3, "t.sau": 4, "t.bay": 5, "c.nhat": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
"""Days of the week, Monday 0."""


def either(words: Iterable[str]) -> str:
    """Return a pattern for one of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


THANG = "th[a\ufffd]ng"
NAM = "n[a\ufffd]m"
"""The words for month and year; their one marked letter is what a wrong decoding leaves as U+FFFD."""

MONTH = (
    rf"(?:{THANG}\s*(?P<number>1[0-2]|0?[1-9])(?!\d)"
    r"|\b(?:thg|th|t)\.?\s?(?P<short>1[0-2]|0?[1-9])(?!\d)"
    rf"|{THANG}\s*(?P<word>{either(MONTHS)})\b"
    rf"|\b(?P<english>{either(ENGLISH)})\b\.?)"
)
"""A month with its name or number; ``month_of`` reads the groups."""

WEEKDAY = rf"(?<!lan )\b(?:thu\s?(?P<counted>[2-7])|t(?P<short_counted>[2-7])|(?P<named>{either(WEEKDAYS)}))\b"
WEEKDAY_BEFORE = re.compile(rf"{WEEKDAY}[\s,.|()\[\]\-]*(?:ng[a\ufffd]y\b)?[\s,.:|()\[\]\-]*$")
REACH = 24
"""How far before a date its day of the week begins, characters."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week and where it stands."""

    number: int
    """Monday is 0."""
    start: int
    """First character."""


def month_of(groups: Mapping[str, str | None]) -> int:
    """Return the number of the month in the named groups of ``MONTH``."""
    digits = groups["number"] or groups["short"]
    if digits:
        return int(digits)
    return MONTHS[groups["word"]] if groups["word"] else ENGLISH[groups["english"] or ""]


def weekday_before(text: str, floor: int, end: int) -> Weekday | None:
    """Return the day of the week that stands right before ``end`` in the folded ``text`` and not before ``floor``.

    >>> weekday_before("thu tu, ngay 14/4", 0, 13)
    Weekday(number=2, start=0)
    """
    floor = max(floor, end - REACH)
    found = WEEKDAY_BEFORE.search(text[floor:end])
    return Weekday(weekday_of(found), floor + found.start()) if found else None


def weekday_of(found: re.Match[str]) -> int:
    """Return the day of the week, Monday 0, in the groups of ``WEEKDAY``."""
    counted = found["counted"] or found["short_counted"]
    return int(counted) - 2 if counted else WEEKDAYS[found["named"]]
