"""Addresses in JSON: what an endpoint answers that a page loads more from, whatever its fields are called."""

import json
import re
from collections.abc import Iterator

from scraper.errors import NotAnArticle
from scraper.extraction import Page, read_page

ADDRESS = re.compile(r"(?:https?:/)?/(?!Date\()\S+", re.IGNORECASE)
"""Values that are addresses; ``/Date(1701388800000)/`` is how ASP.NET writes a moment."""

MARKUP = re.compile(r"<[a-z][^<>]*\s(?:href|src|data-)", re.IGNORECASE)
"""A sign of values that are HTML and may hold links."""

START = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")


def is_json(body: bytes) -> bool:
    """Say whether ``body`` begins as JSON does, whatever the server calls it."""
    return bool(START.match(body))


def hrefs_in(body: bytes) -> Iterator[str]:
    """Yield the addresses that are values in ``body``; nothing where it is no JSON after all.

    >>> list(hrefs_in(b'{"tin": [{"url": "/tin/5.html", "ten": "Tin / anh", "ngay": "/Date(17)/"}], "sau": "http://a.vn/?p=2"}'))
    ['/tin/5.html', 'http://a.vn/?p=2']
    """
    return (text for text in strings_in(body) if ADDRESS.fullmatch(text))


def pages_in(body: bytes, url: str) -> Iterator[Page]:
    """Yield the pieces of HTML that are values in ``body``, which ``url`` answered."""
    for text in strings_in(body):
        if MARKUP.search(text):
            try:
                yield read_page(text.encode("utf-8", "replace"), url, "text/html", "utf-8")
            except NotAnArticle:
                continue


def strings_in(body: bytes) -> Iterator[str]:
    """Yield all values in ``body`` that are strings, in order."""
    try:
        waiting = [json.loads(body)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value.strip()
        elif isinstance(value, dict | list):
            waiting.extend(reversed(list(value.values() if isinstance(value, dict) else value)))
