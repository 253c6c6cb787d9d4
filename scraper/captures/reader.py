"""Reading: the responses of any WARC, whoever wrote it."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from scraper.article import Capture
from scraper.errors import InputError

GZIP_MAGIC = b"\x1f\x8b"
WARC_MAGIC = b"WARC/"
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Captured:
    """A response as captured."""

    url: str
    """Address it answers."""
    status: int
    """HTTP status."""
    headers: dict[str, str]
    """Response headers, names in lower case; of a repeated one the last."""
    body: bytes
    """Body with transfer and content encoding undone."""
    capture: Capture
    """Where it stands."""

    @property
    def content_type(self) -> str | None:
        """Value of the Content-Type header."""
        return self.headers.get("content-type")


def read_captures(path: Path) -> Iterator[Captured]:
    """Yield every response in the file ``path`` in order.

    Raises InputError where the file is missing, empty, no WARC, or ends in the middle of a record.
    """
    waiting: Captured | None = None
    last = 0
    with open_warc(path) as stream:
        for record in _records(path, stream):
            last = record.stream_pos
            if waiting:
                yield _measured(waiting, last)
            waiting = _captured(path, record) if is_response(record) else None
    if not is_whole(path, last):
        raise InputError(path, f"was cut short: ends in the middle of the record at byte {last}")
    if waiting:
        yield _measured(waiting, path.stat().st_size)


def read_capture(folder: Path, capture: Capture) -> Captured:
    """Return the response that ``capture`` points to inside ``folder``; raises InputError where it no longer stands there."""
    found = read_at(folder / capture.warc, capture.offset)
    if found.capture.payload_digest != capture.payload_digest:
        raise InputError(folder / capture.warc, f"byte {capture.offset} holds another response than the record names")
    return replace(found, capture=capture)


def read_at(path: Path, offset: int) -> Captured:
    """Return the response that begins at byte ``offset`` of ``path``; raises InputError where none does."""
    with open_warc(path) as stream:
        stream.seek(offset)
        for record in _records(path, stream):
            if is_response(record):
                found = _captured(path, record)
                return replace(found, capture=found.capture.model_copy(update={"offset": offset}))
            break
    raise InputError(path, f"no response at byte {offset}")


def open_warc(path: Path) -> BinaryIO:
    """Return ``path`` opened for reading; raises InputError where it is missing, empty or no WARC."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError(path, error.strerror or str(error)) from error
    start = stream.read(5)
    if start.startswith((GZIP_MAGIC, WARC_MAGIC)):
        stream.seek(0)
        return stream
    stream.close()
    raise InputError(path, "is not a WARC file" if start else "is empty")


def _records(path: Path, stream: BinaryIO) -> Iterator[WarcRecord]:
    """Yield the records of ``stream``, each valid until the next is asked for."""
    try:
        yield from ArchiveIterator(stream, parse_http=True, auto_decode="all")
    except (OSError, ValueError, EOFError) as error:
        raise InputError(path, f"is damaged: {error}") from error


def is_response(record: WarcRecord) -> bool:
    """Say whether ``record`` is the response to an HTTP request."""
    return record.record_type == WarcRecordType.response and record.http_headers is not None


def address_of(record: WarcRecord) -> str:
    """Return the address a record is about; some writers put it in angle brackets."""
    return str(record.headers.get("WARC-Target-URI", "")).strip("<>")


def _captured(path: Path, record: WarcRecord) -> Captured:
    """Return the response in ``record``, its stored length still unknown."""
    body = bytes(record.reader.read())
    capture = Capture(
        warc=f"{path.parent.name}/{path.name}",
        offset=record.stream_pos,
        length=0,
        payload_digest=f"sha256:{hashlib.sha256(body).hexdigest()}",
        date=record.record_date.astimezone(UTC),
        status=record.http_headers.status_code or 0,
    )
    headers = {name.lower(): value for name, value in record.http_headers}
    return Captured(address_of(record), capture.status, headers, body, capture)


def _measured(waiting: Captured, end: int) -> Captured:
    """Return ``waiting`` with its stored length, now that the next record's first byte is known."""
    length = end - waiting.capture.offset
    return replace(waiting, capture=waiting.capture.model_copy(update={"length": length}))


def is_whole(path: Path, offset: int) -> bool:
    """Say whether the record at byte ``offset``, the last of ``path``, ends where it says."""
    with path.open("rb") as stream:
        stream.seek(offset)
        gzipped = stream.read(2) == GZIP_MAGIC
        stream.seek(offset)
        return ends_whole(stream) if gzipped else _plain_is_whole(stream)


def ends_whole(stream: BinaryIO) -> bool:
    """Say whether the gzip members from here to the end of ``stream`` are complete."""
    member = zlib.decompressobj(wbits=31)
    waiting = b""
    while chunk := waiting or stream.read(CHUNK):
        if member.eof:
            member = zlib.decompressobj(wbits=31)
        try:
            member.decompress(chunk)
        except zlib.error:
            return False
        waiting = member.unused_data
    return member.eof


def _plain_is_whole(stream: BinaryIO) -> bool:
    """Say whether the uncompressed record that begins here is followed by its two line ends."""
    head, _, rest = stream.read().partition(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return bool(lengths) and len(rest) >= int(lengths[0])
