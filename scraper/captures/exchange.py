"""One request and the response to it, and the WARC records that they become."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from scraper.article import Capture
from scraper.captures.warc import Headers, head, record_id, target_uri, warc_date, warc_record

STORED_DECODED = {"content-encoding", "transfer-encoding", "content-length"}
"""Headers that do not describe the body as stored; kept under an ``X-Crawler-`` name, as Common Crawl does."""

SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
"""Profile of a revisit record whose body was captured before."""


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
    request_body: bytes = b""
    """Body sent, of a form for example."""
    response_headers: Headers = ()
    """Headers received; values that are not ASCII in Latin-1, as they came, or as what they mean."""
    reason: str = ""
    """Reason phrase of the status line."""
    ip_address: str | None = None
    """Address of the server that answered, None where it is not known."""


@dataclass(frozen=True, slots=True)
class ExchangeRecords:
    """The records of one exchange, each one gzip member."""

    exchange: Exchange
    """What they tell."""
    warcinfo_id: str
    """Identifier of the warcinfo record of their file."""
    response_id: str
    """Identifier of the response or revisit record."""

    def response(self, digest: str) -> bytes:
        """Return the response record; ``digest`` is that of the body."""
        fields = [*self._fields("response", self.response_id), ("WARC-Payload-Digest", digest)]
        return warc_record(fields, response_head(self.exchange) + self.exchange.body)

    def revisit(self, earlier: Capture) -> bytes:
        """Return the record that says that the body of ``earlier`` came again."""
        fields = [
            *self._fields("revisit", self.response_id),
            ("WARC-Profile", SAME_PAYLOAD),
            ("WARC-Payload-Digest", earlier.payload_digest),
            ("WARC-Refers-To-Target-URI", target_uri(self.exchange.url)),
            ("WARC-Refers-To-Date", warc_date(earlier.date)),
            # Not in the standard, but read by OpenWayback; without them a body in another file is not found again.
            ("WARC-Refers-To-Filename", Path(earlier.warc).name),
            ("WARC-Refers-To-File-Offset", str(earlier.offset)),
        ]
        return warc_record(fields, response_head(self.exchange))

    def request(self) -> bytes:
        """Return the request record."""
        fields = [*self._fields("request", record_id()), ("WARC-Concurrent-To", self.response_id)]
        return warc_record(fields, request_head(self.exchange) + self.exchange.request_body)

    def _fields(self, kind: str, own_id: str) -> list[tuple[str, str]]:
        """Return the header fields that all records of an exchange have."""
        server = [("WARC-IP-Address", self.exchange.ip_address)] if self.exchange.ip_address else []
        return [
            ("WARC-Type", kind),
            ("WARC-Record-ID", own_id),
            ("WARC-Warcinfo-ID", self.warcinfo_id),
            ("WARC-Target-URI", target_uri(self.exchange.url)),
            ("WARC-Date", warc_date(self.exchange.fetched)),
            *server,
            ("Content-Type", f"application/http; msgtype={'request' if kind == 'request' else 'response'}"),
        ]


def response_head(exchange: Exchange) -> bytes:
    """Return status line and headers of the response as stored beside a decoded body."""
    headers = [
        (f"X-Crawler-{name}" if name.lower() in STORED_DECODED else name, value) for name, value in exchange.response_headers
    ]
    status_line = f"HTTP/1.1 {exchange.status} {exchange.reason}"
    return head(status_line, [*headers, ("Content-Length", str(len(exchange.body)))])


def request_head(exchange: Exchange) -> bytes:
    """Return request line and headers of the request; HTTP libraries add ``Host`` and the length only when they send it."""
    parts = urlsplit(target_uri(exchange.url))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    named = {name.lower() for name, _ in exchange.request_headers}
    host = [] if "host" in named else [("Host", parts.netloc.rpartition("@")[2])]
    size = len(exchange.request_body)
    length = [("Content-Length", str(size))] if size and "content-length" not in named else []
    return head(f"{exchange.method} {target} HTTP/1.1", [*host, *exchange.request_headers, *length])
