"""How what a page is read as differs from what it must be read as."""

import difflib
import json
from collections.abc import Iterator
from itertools import takewhile, zip_longest

from scraper.cases.case import Expected

CONTEXT, LONGEST = 30, 160
"""Characters shown before the place where two lines differ, and of one line at most."""


def differences(expected: Expected, found: Expected) -> Iterator[str]:
    """Yield a field's name, and the lines of it that differ, for each field that was not read as expected.

    >>> print(*differences(Expected(headline="Hội nghị"), Expected(headline="Trang chủ")))
    headline:
      - "Hội nghị"
      + "Trang chủ"
    """
    for name in Expected.model_fields:
        if getattr(expected, name) != getattr(found, name):
            yield "\n".join([f"{name}:", *(f"  {line}" for line in _changed(_lines(expected, name), _lines(found, name)))])


def _lines(expected: Expected, name: str) -> list[str]:
    """Return one field as lines of JSON, a line each paragraph, name or picture."""
    value = expected.model_dump(mode="json", include={name}, exclude_defaults=True).get(name, [])
    return [json.dumps(part, ensure_ascii=False) for part in (value if isinstance(value, list) else [value])]


def _changed(old: list[str], new: list[str]) -> Iterator[str]:
    """Yield the lines that are gone and those that have come; of two that stand for each other, from where they differ on."""
    for tag, first, last, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = old[first:last], new[start:end]
        for left, right in zip_longest(gone, come, fillvalue=""):
            alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
            same = max(0, alike - CONTEXT)
            yield from (f"{sign} {'…' * bool(same)}{_cut(line[same:])}" for sign, line in (("-", left), ("+", right)) if line)


def _cut(text: str) -> str:
    """Return ``text``, or its beginning where it is long."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
