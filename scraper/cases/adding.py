"""Adding a case, and reading one anew."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from scraper import inputs
from scraper.captures import read_captures
from scraper.cases.case import Case, load_case, read_as, read_case, save_case
from scraper.cases.differences import differences
from scraper.errors import InputError, UsageError, nearest
from scraper.site import Site
from scraper.urls import host_of

NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
ENDING = re.compile(r"\.\w{2,5}$")


def add_case(source: Path, url: str, name: str | None, folder: Path, sites: Mapping[str, Site]) -> Path:
    """Save the page at ``url`` in ``source``, a page or a WARC, as a new case that nobody has reviewed; return its path.

    Raises UsageError where the page cannot be found, the folder is missing or the name is taken.
    """
    page = folder / f"{_checked(name or _name_of(url))}.html"
    body, content_type = _served(source, url)
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder for cases")
    if taken := next((path for path in (page, page.with_suffix(".json")) if path.exists()), None):
        raise UsageError(f"{taken}: is a case already; give this one another name with --name")
    case = Case(url=url, content_type=content_type, expected=read_as(body, url, content_type, sites))
    page.write_bytes(body)
    save_case(case, page)
    return page


def renew_case(page: Path, sites: Mapping[str, Site]) -> list[str]:
    """Read the saved page at ``page`` anew and return how its case changes; what changes has to be reviewed anew.

    Raises UsageError where the case says that the reader is wrong and it still is: what is right must not get lost.
    """
    case = load_case(page)
    found = read_case(page, case, sites)
    changes = list(differences(case.expected, found))
    if changes and case.known_fault:
        raise UsageError(f"{page.with_suffix('.json')}: stays, for it says what is right where the reader is known to be wrong")
    if changes:
        save_case(case.model_copy(update={"reviewed": False, "expected": found}), page)
    return changes


def _served(source: Path, url: str) -> tuple[bytes, str | None]:
    """Return the page at ``url`` in a page's file or a WARC, and the Content-Type it was served with where that is known."""
    if not inputs.is_warc(source):
        return source.read_bytes(), None
    addresses = []
    for captured in read_captures(source):
        if captured.url == url:
            return captured.body, captured.content_type
        addresses.append(captured.url)
    raise InputError(source, f"holds no page at {url}{nearest(url, addresses)}")


def _checked(name: str) -> str:
    """Return ``name``; raises UsageError where no file should be called so."""
    if not NAME.fullmatch(name):
        raise UsageError(f"--name {name}: use small letters, digits, '-' and '_'")
    return name


def _name_of(url: str) -> str:
    """Return a name for the page at ``url``: the last word of its path, else its host.

    >>> _name_of("http://a.vn/tin/Hoi-nghi-127.html?in=1"), _name_of("http://a.vn/")
    ('hoi-nghi-127', 'a-vn')
    """
    last = ENDING.sub("", urlsplit(url).path.rstrip("/").rpartition("/")[2])
    return re.sub(r"[^a-z0-9]+", "-", (last or host_of(url)).lower()).strip("-") or "page"
