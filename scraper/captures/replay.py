"""Replay: recordings that answer a crawl in place of the network."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urlsplit

from scraper.captures.reader import Captured, read_at, read_captures


class Recording:
    """The responses of some WARC files by address.

    Scheme and spelling of percent-encoding do not matter. Of several responses to one address the last file's counts, and
    within a file the first that is no error. Bodies are read from the files when asked for. Raises InputError where a file
    cannot be read to its end.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.places: dict[str, tuple[Path, int]] = {}
        for path in paths:
            self.places |= _places(path)

    def __len__(self) -> int:
        return len(self.places)

    def lookup(self, url: str) -> Captured | None:
        """Return the recorded response to ``url``, None where there is none."""
        place = self.places.get(spelling(url))
        return read_at(*place) if place else None


def _places(path: Path) -> dict[str, tuple[Path, int]]:
    """Return where each address of one file stands."""
    found: dict[str, tuple[int, int]] = {}
    for response in read_captures(path):
        key, rank = spelling(response.url), int(response.status >= 400)
        if key not in found or rank < found[key][0]:
            found[key] = (rank, response.capture.offset)
    return {key: (path, offset) for key, (_, offset) in found.items()}


def spelling(url: str) -> str:
    """Return host, path and query of ``url`` with percent-encoding made alike.

    >>> spelling("HTTP://A.vn/h%c3%a0?x=%20")
    '//a.vn/h%C3%A0?x=%20'
    """
    parts = urlsplit(url)
    path = quote(unquote_to_bytes(parts.path or "/"), safe="/")
    query = quote(unquote_to_bytes(parts.query), safe="=&")
    return f"//{parts.netloc.rsplit('@')[-1].lower()}{path}" + (f"?{query}" if query else "")
