"""Cutting WARC files into whole records, whoever wrote them.

fastwarc parses a record, but reads one that was cut short as if it were whole; so where records begin and end is found here.
"""

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from itertools import takewhile
from pathlib import Path

from fastwarc.warc import WarcRecord

from scraper.errors import InputError

log = logging.getLogger(__name__)

GZIP_MAGIC = b"\x1f\x8b"
WARC_MAGIC = b"WARC/"
END_OF_HEAD = b"\r\n\r\n"
END_OF_RECORD = b"\r\n\r\n"
CONTENT_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
CHUNK = 1 << 14

LARGEST = 1 << 26
"""Bytes of a record or of a decoded body that are read, twice what a crawl accepts; longer records (films) are passed over."""


@dataclass(frozen=True, slots=True)
class Record:
    """A whole record and where it stands."""

    path: Path
    """File it stands in."""
    offset: int
    """Its first byte."""
    length: int
    """Bytes it takes up in the file."""
    parsed: WarcRecord
    """Its header fields and content."""


def records(path: Path, offset: int = 0) -> Iterator[Record]:
    """Yield the records of ``path`` from the one at byte ``offset`` on.

    Raises InputError, naming the byte, where the file is missing, empty, no WARC, cut short or damaged.
    """
    with open_warc(path) as stream:
        stream.seek(offset)
        while stream.peek(1):
            start = stream.tell()
            if parsed := parse(path, start, cut_record(path, stream)):
                yield Record(path, start, stream.tell() - start, parsed)


def open_warc(path: Path) -> BufferedReader:
    """Return ``path`` opened for reading; raises InputError where it is missing, empty or no WARC."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError(path, f"cannot be read: {error.strerror or error}") from error
    start = stream.peek(len(WARC_MAGIC))
    if start.startswith((GZIP_MAGIC, WARC_MAGIC)):
        return stream
    stream.close()
    raise InputError(path, "is not a WARC file" if start else "is empty")


def cut_record(path: Path, stream: BufferedReader) -> bytes:
    """Return the record that begins here, or its first LARGEST bytes, and leave ``stream`` behind it."""
    start = stream.tell()
    cut = plain_record if stream.peek(1).startswith(WARC_MAGIC[:1]) else member
    try:
        return cut(stream)
    except EOFError as error:
        raise InputError(path, f"is cut short: the record at byte {start} has no end") from error
    except (zlib.error, ValueError) as error:
        raise InputError(path, f"is damaged: the record at byte {start} cannot be read ({error})") from error


def member(stream: BufferedReader) -> bytes:
    """Return the content of the gzip member that begins here; raises EOFError where it is cut short, zlib.error if damaged."""
    inflater = zlib.decompressobj(wbits=31)
    content = bytearray()
    while not inflater.eof:
        chunk = stream.read(CHUNK)
        if not chunk:
            raise EOFError
        content += inflater.decompress(chunk)[: LARGEST - len(content)]
    stream.seek(-len(inflater.unused_data), 1)
    return bytes(content)


def plain_record(stream: BufferedReader) -> bytes:
    """Return the uncompressed record that begins here; raises EOFError where it has no end, ValueError where it is none."""
    lines = list(takewhile(bytes.strip, stream))
    head = b"".join(lines) + b"\r\n"
    if not stream.peek(1):
        raise EOFError
    length = content_length(head)
    block = stream.read(min(length, LARGEST))
    stream.seek(length - len(block), 1)
    end = stream.read(len(END_OF_RECORD))
    if len(end) < len(END_OF_RECORD):
        raise EOFError
    if end != END_OF_RECORD:
        raise ValueError("Content-Length is wrong")
    return head + block


def content_length(head: bytes) -> int:
    """Return the length that the head of a record states, bytes; raises ValueError where it states none.

    Read here because fastwarc answers with the length of what is there.
    """
    found = CONTENT_LENGTH.search(head)
    if not found:
        raise ValueError("no Content-Length")
    return int(found[1])


def parse(path: Path, start: int, data: bytes) -> WarcRecord | None:
    """Return the record in ``data``, None where there is none (some writers end with an empty member) or it is too long."""
    if not data:
        return None
    try:
        parsed = WarcRecord.from_bytes(data)
        head, _, block = data.partition(END_OF_HEAD)
        length = content_length(head)
    except (OSError, ValueError) as error:
        raise InputError(path, f"is damaged: no WARC record at byte {start}" if start else "is not a WARC file") from error
    if length > len(block) and len(data) >= LARGEST:
        log.warning("%s: the record at byte %d is longer than %d bytes, passed over", path, start, LARGEST)
        return None
    if length > len(block) or block[length:].strip():
        raise InputError(
            path, f"is damaged: the record at byte {start} is not as long as it says; `warcio recompress` may help"
        )
    return parsed
