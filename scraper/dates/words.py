"""Names of months and days of the week, folded: Vietnamese, and the English that foreign systems print."""

import re

VIETNAMESE = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi mot": 11, "m. mot": 11, "m.mot": 11, "muoi hai": 12, "m. hai": 12, "m.hai": 12, "chap": 12,
}  # fmt: skip
"""Months in words. NukeViet writes "Tháng M. một" for November."""

ENGLISH = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip


def _either(words: dict[str, int]) -> str:
    """Return a pattern for one of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MONTH = (
    r"(?:thang\s*(?P<number>1[0-2]|0?[1-9])(?!\d)"
    r"|(?:thg|th|t)\.?\s?(?P<short>1[0-2]|0?[1-9])(?!\d)"
    rf"|thang\s*(?P<vietnamese>{_either(VIETNAMESE)})\b"
    rf"|(?P<english>{_either(ENGLISH)})\b\.?)"
)
"""A month with its name or number; ``month_of`` reads the groups."""

WEEKDAYS = {
    "thu hai": 0, "thu ba": 1, "thu tu": 2, "thu nam": 3, "thu sau": 4, "thu bay": 5, "chu nhat": 6, "chua nhat": 6,
    "thu 2": 0, "thu 3": 1, "thu 4": 2, "thu 5": 3, "thu 6": 4, "thu 7": 5, "cn": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
WEEKDAY = re.compile(rf"\b({_either(WEEKDAYS)}|t[2-7]|(?:mon|tue|wed|thu|fri|sat|sun)(?=[ ,.]*\d))\b")
"""A day of the week; English "Thu" only right before a number, since "thu" begins the Vietnamese ones."""

SHORT = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


def month_of(groups: dict[str, str | None]) -> int:
    """Return the number of the month in the named groups of ``MONTH``."""
    digits = groups["number"] or groups["short"]
    if digits:
        return int(digits)
    return VIETNAMESE[groups["vietnamese"]] if groups["vietnamese"] else ENGLISH[groups["english"] or ""]


def last_weekday(folded: str) -> int | None:
    """Return the last day of the week named in ``folded``, Monday 0; None where none is.

    >>> last_weekday("thu tu, ")
    2
    """
    names = WEEKDAY.findall(folded)
    if not names:
        return None
    name = names[-1]
    return WEEKDAYS.get(name, SHORT.get(name)) if name[1:] not in set("234567") else int(name[1]) - 2
