"""The HTTP responses among the records of a WARC file, before their bodies are decoded."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from scraper.captures.questions import GET, Question, with_questions
from scraper.captures.records import Record, records

log = logging.getLogger(__name__)

LONGEST_HEAD = 1 << 20
"""Bytes of status line and headers that are read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a body stands."""

    path: Path
    """File."""
    offset: int
    """First byte of the response record."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response of a WARC file, its body not yet read."""

    url: str
    """Address it answers."""
    status: int
    """HTTP status."""
    headers: Mapping[str, str]
    """Response headers as stored, names in lower case; of a repeated one the last."""
    date: datetime
    """When it was fetched, UTC."""
    record: Record
    """The record it was read from."""
    body: Place
    """Where the body stands: in the record itself, or for a revisit in an earlier one."""
    question: Question = GET
    """What it answers; a GET where the file does not tell."""

    @property
    def is_revisit(self) -> bool:
        """Whether the server sent a body that had been captured before."""
        return is_revisit(self.record.parsed)


def responses(path: Path) -> Iterator[Response]:
    """Yield the responses in the file ``path`` in order; raises InputError as ``records`` does.

    A revisit is yielded where the body it refers to is in the same file, or named by file and offset in the same folder.
    """
    known: dict[str, Place] = {}
    for response in answers(records(path)):
        digest = response.record.parsed.headers.get("WARC-Payload-Digest") or ""
        if not response.is_revisit:
            known.setdefault(digest, response.body)
            yield response
        elif body := (known.get(digest) if digest else None) or named_body(response.record):
            yield replace(response, body=body)
        else:
            log.warning("%s: the revisit of %s refers to a capture that is not here, passed over", path, response.url)


def answers(among: Iterable[Record]) -> Iterator[Response]:
    """Yield the responses ``among`` records in order, each with the question it answers."""
    for record, question in with_questions(among):
        if response := read_response(record):
            yield replace(response, question=question)


def read_response(record: Record) -> Response | None:
    """Return the response in ``record``, None where it holds none or one that cannot be placed in time or understood."""
    parsed = record.parsed
    url = (parsed.headers.get("WARC-Target-URI") or "").strip("<>")  # WARC 1.0 allowed the brackets
    if parsed.record_type not in (WarcRecordType.response, WarcRecordType.revisit) or not parsed.is_http or not is_web(url):
        return None
    headers = read_headers(parsed)
    date = parsed.record_date or parsed.http_date
    # A revisit record may leave out the headers; it repeats a page, so it answers as a page does.
    status = parsed.http_headers.status_code or (200 if is_revisit(parsed) else None)
    if date is None or status is None:
        log.warning("%s: the response at byte %d has no date or no status, passed over", record.path, record.offset)
        return None
    return Response(url, status, headers, date.astimezone(UTC), record, Place(record.path, record.offset))


def read_headers(parsed: WarcRecord) -> dict[str, str]:
    """Parse the HTTP part of a record and return its headers; none where they go on for more than LONGEST_HEAD bytes."""
    try:
        parsed.parse_http(quirks_mode=True, max_header_len=LONGEST_HEAD)
    except OSError:
        return {}
    return {as_text(name).lower(): as_text(value) for name, value in parsed.http_headers.items_bytes()}


def as_text(value: bytes) -> str:
    r"""Return a header value as text: servers that send more than ASCII send UTF-8, or what RFC 9110 calls obsolete, Latin-1.

    >>> as_text("/tin-tức".encode()), as_text(b"caf\xe9")
    ('/tin-tức', 'café')
    """
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def is_revisit(parsed: WarcRecord) -> bool:
    """Say whether a record stands for a body captured before."""
    return parsed.record_type == WarcRecordType.revisit


def is_web(url: str) -> bool:
    """Say whether ``url`` is an http(s) address; archives also hold ``dns:`` and ``urn:`` records of type response."""
    return url.lower().startswith(("http://", "https://"))


def named_body(record: Record) -> Place | None:
    """Return the place that a revisit record names by file and offset, None where it names none or the file is not here."""
    name = record.parsed.headers.get("WARC-Refers-To-Filename") or ""
    offset = record.parsed.headers.get("WARC-Refers-To-File-Offset") or ""
    path = record.path.with_name(Path(name).name) if name else None
    return Place(path, int(offset)) if path and offset.isdecimal() and path.exists() else None
