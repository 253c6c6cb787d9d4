"""Saved pages with the record that they must give: what ``vusta case`` writes and the tests read.

A page stands as ``NAME.html``, byte for byte as served; its case beside it as ``NAME.json``.
"""

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from itertools import takewhile, zip_longest
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import ValidationError

from scraper import inputs
from scraper.article import Article, Attachment, Frozen, Image, Moment
from scraper.captures import read_captures
from scraper.errors import InputError, NotAnArticle, UsageError, nearest
from scraper.extraction import extract, read_page
from scraper.site import Site, anonymous, site_of
from scraper.urls import host_of

NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
ENDING = re.compile(r"\.\w{2,5}$")
CONTEXT, LONGEST = 30, 160
"""Characters shown before the place where two lines differ, and of one line at most."""


class Expected(Frozen):
    """What reading a page must give; what is left out must be empty in the record, and what changes each time is no part."""

    not_an_article: str | None = None
    """Why the page holds no article; everything else is left out then."""
    headline: str | None = None
    """As in the record, like all that follows."""
    description: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    date_published: Moment | None = None
    date_published_raw: str | None = None
    date_modified: Moment | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    source_url: str | None = None
    article_body: tuple[str, ...] = ()
    """Its paragraphs, one by one."""
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class Case(Frozen):
    """A saved page: how it was served, and what it must be read as."""

    url: str
    """Address it was served at."""
    content_type: str | None = None
    """The Content-Type header it was served with; null where it is not known."""
    reviewed: bool = False
    """Whether a person has compared ``expected`` with the page."""
    known_fault: str | None = None
    """What the reader gets wrong on this page, in one line; null where it reads all of it."""
    expected: Expected

    @property
    def lines(self) -> list[str]:
        """The case as its file says it, a line a paragraph."""
        data = self.model_dump(mode="json", exclude={"expected"}, exclude_none=True)
        data["expected"] = self.expected.model_dump(mode="json", exclude_defaults=True)
        return json.dumps(data, ensure_ascii=False, indent=2).splitlines()


def load_case(page: Path) -> Case:
    """Return the case of the saved page at ``page``; raises InputError where its file is missing or holds no case."""
    path = page.with_suffix(".json")
    try:
        return Case.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(path, error.strerror or str(error)) from error
    except ValidationError as error:
        wrong = error.errors()[0]
        raise InputError(path, f"{'.'.join(map(str, wrong['loc']))}: {wrong['msg']}") from error


def save_case(case: Case, page: Path) -> None:
    """Write ``case`` beside the saved page at ``page``."""
    page.with_suffix(".json").write_text("\n".join(case.lines) + "\n", "utf-8")


def read_case(page: Path, case: Case, sites: Mapping[str, Site]) -> Expected:
    """Return what the saved page at ``page`` is read as today, without what other pages of its site teach."""
    return read_as(page.read_bytes(), case.url, case.content_type, sites)


def read_as(body: bytes, url: str, content_type: str | None, sites: Mapping[str, Site]) -> Expected:
    """Return what the page ``body``, served at ``url``, is read as."""
    site = site_of(url, sites.values()) or anonymous(url)
    try:
        return expected_of(extract(read_page(body, url, content_type, site.encoding), site))
    except NotAnArticle as finding:
        return Expected(not_an_article=finding.reason)


def expected_of(article: Article) -> Expected:
    """Return the part of a record that a case holds."""
    shared = Expected.model_fields.keys() & Article.model_fields.keys() - {"article_body"}
    paragraphs = tuple(article.article_body.split("\n\n")) if article.article_body else ()
    return Expected(**{name: getattr(article, name) for name in shared}, article_body=paragraphs)


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
