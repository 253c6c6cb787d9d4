"""Writing: WARC 1.1, one gzip member a record, a name that says whether the file is whole."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Self
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper import __version__
from scraper.article import Capture
from scraper.errors import OutputError

Headers = tuple[tuple[str, str], ...]

OPEN = ".open"
"""Suffix of a file that is still being written, or whose writer was killed."""

ROLL_OVER = 1 << 30
"""Size at which the next file is begun, bytes."""

STORED_DECODED = {"content-encoding", "transfer-encoding", "content-length"}
"""Headers that no longer describe the body as stored; kept under an ``X-Crawler-`` name."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the response to it, as any HTTP client can tell it."""

    url: str
    """Address asked for."""
    status: int
    """HTTP status."""
    body: bytes
    """Body with transfer and content encoding undone."""
    fetched: datetime
    """When the response was complete, with its zone."""
    method: str = "GET"
    """Request method."""
    request_headers: Headers = ()
    """Headers sent."""
    response_headers: Headers = ()
    """Headers received."""


class CaptureWriter:
    """Writes the captures of one crawl of one site into ``folder``/<site>/.

    A record is with the operating system when ``write`` returns, and on the disk when ``sync`` does. Raises OutputError where
    the folder cannot be written.
    """

    def __init__(self, folder: Path, site: str, crawl: str, started: datetime, roll_over: int = ROLL_OVER) -> None:
        self.folder = folder
        self.site = site
        self.crawl = crawl
        self.stem = f"{started.astimezone(UTC):%Y%m%d-%H%M%S}"
        self.roll_over = roll_over
        self.stream: BinaryIO | None = None
        self.path = folder
        self.warc = WARCWriter(BytesIO())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(self, exchange: Exchange) -> Capture:
        """Write request and response; return where the response stands."""
        stream = self._open_stream()
        with said_plainly(self.path):
            digest = f"sha256:{hashlib.sha256(exchange.body).hexdigest()}"
            response = self._response(exchange, digest)
            self.warc.write_record(self._request(exchange, response.rec_headers.get_header("WARC-Record-ID")))
            offset = stream.tell()
            self.warc.write_record(response)
            stream.flush()
            return Capture(
                warc=f"{self.site}/{self.path.name.removesuffix(OPEN)}",
                offset=offset,
                length=stream.tell() - offset,
                payload_digest=digest,
                date=exchange.fetched.astimezone(UTC),
                status=exchange.status,
            )

    def sync(self) -> None:
        """Return when everything written so far is on the disk."""
        if self.stream:
            with said_plainly(self.path):
                self.stream.flush()
                os.fsync(self.stream.fileno())

    def close(self) -> None:
        """Finish the open file and give it its final name."""
        if self.stream:
            self.sync()
            self.path.rename(self.path.with_name(self.path.name.removesuffix(OPEN)))
            self.stream.close()
            self.stream = None

    def _open_stream(self) -> BinaryIO:
        """Return the stream of the file to write to, beginning a new one where there is none or it is full."""
        if self.stream and self.stream.tell() >= self.roll_over:
            self.close()
        if self.stream is None:
            self.stream = self._begin_file()
        return self.stream

    def _begin_file(self) -> BinaryIO:
        """Open the next file, locked for its life, and write its warcinfo record."""
        with said_plainly(self.folder / self.site):
            (self.folder / self.site).mkdir(parents=True, exist_ok=True)
            stream = self._next_free()
        self.warc = WARCWriter(stream, gzip=True, warc_version="1.1")
        about = {"software": f"vusta-archive/{__version__}", "format": "WARC file version 1.1", "isPartOf": self.crawl}
        self.warc.write_record(self.warc.create_warcinfo_record(self.path.name.removesuffix(OPEN), about))
        return stream

    def _next_free(self) -> BinaryIO:
        """Open a file under the first number that no whole or open file has."""
        number = 0
        while True:
            number += 1
            whole = self.folder / self.site / f"{self.stem}-{number:03}.warc.gz"
            if whole.exists():
                continue
            try:
                stream = whole.with_name(whole.name + OPEN).open("xb")
            except FileExistsError:
                continue
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.path = Path(stream.name)
            return stream

    def _response(self, exchange: Exchange, digest: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  (warcio has no types)
        """Return the response record of ``exchange``."""
        headers = [_stored(name, value) for name, value in exchange.response_headers]
        headers.append(("Content-Length", str(len(exchange.body))))
        return self.warc.create_warc_record(
            exchange.url,
            "response",
            payload=BytesIO(exchange.body),
            http_headers=StatusAndHeaders(str(exchange.status), headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": _warc_date(exchange.fetched), "WARC-Payload-Digest": digest},
        )

    def _request(self, exchange: Exchange, response_id: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  (as above)
        """Return the request record that belongs to the response ``response_id``."""
        parts = urlsplit(exchange.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = [("Host", parts.netloc), *exchange.request_headers]
        return self.warc.create_warc_record(
            exchange.url,
            "request",
            http_headers=StatusAndHeaders(f"{exchange.method} {target} HTTP/1.1", headers, is_http_request=True),
            warc_headers_dict={"WARC-Date": _warc_date(exchange.fetched), "WARC-Concurrent-To": response_id},
        )


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn an error of the operating system into an OutputError that names ``path``."""
    try:
        yield
    except OSError as error:
        raise OutputError(path, f"cannot write captures: {error.strerror or error}") from error


def _stored(name: str, value: str) -> tuple[str, str]:
    """Return a response header as stored beside a decoded body."""
    return (f"X-Crawler-{name}", value) if name.lower() in STORED_DECODED else (name, value)


def _warc_date(moment: datetime) -> str:
    """Return ``moment`` as WARC 1.1 writes it: UTC, microseconds."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
