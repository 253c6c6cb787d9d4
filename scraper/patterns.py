"""Kinds of text that a definition is written in, checked as it is read: patterns, rewrites, places."""

import re
from collections.abc import Callable
from functools import cache
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from scraper import urls
from scraper.errors import AddressError

PAGE = "{page}"
"""Where the number of the page stands in a counted listing."""

STAND_IN = "8603017945"
"""A number that no address has, to see what becomes of the page's where an address is made canonical."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return ``pattern`` compiled once for all sites; the cache of ``re`` itself is smaller than the patterns of 64 of them."""
    return re.compile(pattern, re.IGNORECASE)


def any_matches(patterns: tuple[str, ...], address: str) -> bool:
    """Say whether one of ``patterns`` is found in the canonical ``address``."""
    return any(compiled(pattern).search(address) for pattern in patterns)


def rewritten(rewrites: tuple[tuple[str, str], ...], address: str) -> str:
    """Return ``address`` after all ``rewrites``, each applied to what the one before left."""
    for pattern, replacement in rewrites:
        address = compiled(pattern).sub(replacement, address)
    return address


def _pattern(text: str) -> str:
    """Return ``text`` if it is a regular expression; raises ValueError otherwise."""
    try:
        compiled(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from error
    return text


def _rewrite(pair: tuple[str, str]) -> tuple[str, str]:
    """Return the pattern and replacement in ``pair`` if they fit each other; raises ValueError otherwise."""
    try:
        compiled(pair[0]).sub(pair[1], "")
    except (re.error, IndexError) as error:
        raise ValueError(f"{pair[1]!r} does not fit {pair[0]!r}: {error}") from error
    return pair


def _place(text: str) -> str:
    """Return ``text`` if it is scheme and host with at most a folder; raises ValueError otherwise."""
    try:
        parts = urlsplit(urls.absolute(text, text))
    except AddressError as error:
        raise ValueError(f"{text!r} is no http address; scheme and host are needed, as in 'https://a.vn'") from error
    if parts.query:
        raise ValueError(f"{text!r} names a page; scheme, host and folder are meant")
    return text


def _counted(text: str) -> str:
    """Return ``text`` if it has one place for the number of a page; raises ValueError otherwise."""
    if text.count(PAGE) != 1:
        raise ValueError(f"{text!r} must hold {PAGE} once, where the number of the page stands")
    return text


def pages_of(counted: str, spelt: Callable[[str], str]) -> re.Pattern[str] | None:
    """Return the pattern of the canonical addresses of a counted listing, the number its first group.

    None where ``spelt``, which makes addresses canonical, drops the number.

    >>> pages_of("http://a.vn/tin?trang={page}", str).fullmatch("http://a.vn/tin?trang=12")[1]
    '12'
    """
    address = spelt(counted.replace(PAGE, STAND_IN))
    return re.compile(re.escape(address).replace(STAND_IN, r"(\d{1,6})")) if STAND_IN in address else None


Pattern = Annotated[str, AfterValidator(_pattern)]
"""A regular expression, searched in the canonical address, capitals and small letters alike."""

Rewrite = Annotated[tuple[Pattern, str], AfterValidator(_rewrite)]
"""A pattern and what stands in its place, with ``\\1`` for its first group."""

Place = Annotated[str, AfterValidator(_place)]
"""Scheme and host of a site, with a folder where it shares the host: ``https://www.a.gov.vn/lienhiephoi``."""

Counted = Annotated[str, AfterValidator(_counted)]
"""An address, absolute or from the root of the first host, with ``{page}`` in place of the page's number."""
