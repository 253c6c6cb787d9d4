"""Writing: the exchanges of one crawl, response and request side by side."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Self

from scraper import __version__
from scraper.article import Capture
from scraper.captures.exchange import Exchange, ExchangeRecords
from scraper.captures.openfile import OpenFile
from scraper.captures.warc import record_id, sha256, warc_date, warc_record

ROLL_OVER = 1 << 30
"""Size at which the next file is begun, bytes."""


class CaptureWriter:
    """Writes the captures of one crawl of one site into ``folder``/<site>/, beginning a new file at ``roll_over`` bytes.

    A record is with the operating system when ``write`` returns, and on the disk when ``sync`` does. ``about`` goes into the
    warcinfo record of each file (``operator``, ``http-header-user-agent``, ``robots``). Raises OutputError where the folder
    cannot be written; what was written before stays whole, and the next ``write`` may succeed.
    """

    def __init__(
        self,
        folder: Path,
        site: str,
        crawl: str,
        started: datetime,
        roll_over: int = ROLL_OVER,
        about: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.folder = folder
        self.site = site
        self.stem = f"{started.astimezone(UTC):%Y%m%d-%H%M%S}"
        self.roll_over = roll_over
        self.about = {**own_description(site, crawl), **about}
        self.file: OpenFile | None = None
        self.warcinfo_id = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(self, exchange: Exchange, refers_to: Capture | None = None) -> Capture:
        """Write response and request; return where the body stands.

        ``refers_to`` is an earlier capture of the same address: where it holds the same body, only a revisit record is written,
        and the place returned is the earlier one with the new date.
        """
        file = self._open_file()
        digest, date = sha256(exchange.body), exchange.fetched.astimezone(UTC)
        warc = ExchangeRecords(exchange, self.warcinfo_id, record_id())
        if refers_to and (refers_to.payload_digest, refers_to.status) == (digest, exchange.status):
            file.append(warc.revisit(refers_to) + warc.request())
            return refers_to.model_copy(update={"date": date})
        response, request = warc.response(digest), warc.request()
        # In one piece, the response first: a kill can leave a response without its request, never the other way round. Behind
        # another request than GET that would stand for the page, so there the request comes first.
        before = b"" if exchange.method == "GET" else request
        offset = file.append(before + response + (b"" if before else request)) + len(before)
        return Capture(
            warc=f"{self.site}/{file.final.name}",
            offset=offset,
            length=len(response),
            payload_digest=digest,
            date=date,
            status=exchange.status,
        )

    def sync(self) -> None:
        """Return when everything written so far is on the disk."""
        if self.file:
            self.file.sync()

    def close(self) -> None:
        """Finish the open file and give it its final name."""
        if self.file:
            self.file.finish()
            self.file = None

    def _open_file(self) -> OpenFile:
        """Return the file to write to, beginning a new one where there is none or it is full."""
        if self.file and self.file.size >= self.roll_over:
            self.close()
        if self.file is None:
            self.file = OpenFile.begin(self.folder / self.site, self.stem)
        if self.file.size == 0:
            self.file.append(self._warcinfo(self.file.final.name))
        return self.file

    def _warcinfo(self, name: str) -> bytes:
        """Return the record that says what the file ``name`` is."""
        self.warcinfo_id = record_id()
        fields = [
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", self.warcinfo_id),
            ("WARC-Date", warc_date(datetime.now(UTC))),
            ("WARC-Filename", name),
            ("Content-Type", "application/warc-fields"),
        ]
        lines = [f"{key}: {' '.join(value.split())}\r\n" for key, value in self.about.items()]
        return warc_record(fields, "".join(lines).encode())


def own_description(site: str, crawl: str) -> dict[str, str]:
    """Return what the warcinfo records of ours say."""
    return {
        "software": f"vusta-archive/{__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "isPartOf": crawl,
        "description": f"Captures of the site {site}",
    }
