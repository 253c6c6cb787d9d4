"""Replay: recordings that answer a crawl in place of the network."""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urljoin, urlsplit

from scraper.captures.questions import GET, Question, asked
from scraper.captures.reader import Captured, read_at
from scraper.captures.responses import Place, Response, responses


class Recording:
    """The responses of some WARC files by address, and for other requests than GET by what was sent there.

    Scheme and spelling of percent-encoding do not matter. Of several responses to one address the last file's counts, and
    within a file the first with status 200, or else the first. Answers to conditional requests (304) and redirects from http to
    https of the same address are left out: they answer another question than is asked here. Only places are kept in memory;
    bodies are read when asked for. Raises InputError where a file cannot be read to its end.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.places: dict[str, Place] = {}
        for path in paths:
            self.places |= places(path)

    def __len__(self) -> int:
        return len(self.places)

    @property
    def hosts(self) -> set[str]:
        """The hosts that answer."""
        return {key.split("/", 1)[0] for key in self.places}

    def lookup(self, url: str, method: str = "GET", body: bytes = b"") -> Captured | None:
        """Return the recorded response to ``url``, where ``body`` was sent there, None where there is none."""
        place = self.places.get(key_of(url, asked(method, body)))
        return read_at(place) if place else None


def places(path: Path) -> dict[str, Place]:
    """Return where the body for each address of one file stands."""
    pages: dict[str, Place] = {}
    others: dict[str, Place] = {}
    for response in responses(path):
        key = key_of(response.url, response.question)
        if response.status == 200:
            pages.setdefault(key, response.body)
        elif response.status != 304 and not leads_to_itself(response):
            others.setdefault(key, response.body)
    return others | pages


def key_of(url: str, question: Question) -> str:
    """Return the name of what is asked of ``url``, the address alone for a GET."""
    return spelling(url) if question == GET else f"{spelling(url)} {question.method} {question.digest}"


def leads_to_itself(response: Response) -> bool:
    """Say whether ``response`` redirects to its own address with another scheme, or in another spelling."""
    target = response.headers.get("location")
    return target is not None and spelling(urljoin(response.url, target)) == spelling(response.url)


def spelling(url: str) -> str:
    """Return host, path and query of ``url`` with percent-encoding made alike.

    >>> spelling("HTTP://A.vn:80/h%c3%a0?x=%20#top") == spelling("https://a.vn/hà?x= ")
    True
    >>> spelling("http://www.a.vn/b/"), spelling("http://a.vn/b")
    ('www.a.vn/b/', 'a.vn/b')
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no IPv6 address
        return url
    host = re.sub(r":(80|443)?$", "", parts.netloc.rpartition("@")[2].lower())
    return host + alike(parts.path or "/", "/") + ("?" + alike(parts.query, "&=") if parts.query else "")


def alike(text: str, delimiters: str) -> str:
    """Return ``text`` with everything between ``delimiters`` percent-encoded in the same way.

    >>> alike("a%2Fb/c d/%41", "/")
    'a%2Fb/c%20d/A'
    """
    parts = re.split(f"([{delimiters}])", text)
    return "".join(part if part in delimiters else quote(unquote_to_bytes(part), safe="") for part in parts)
