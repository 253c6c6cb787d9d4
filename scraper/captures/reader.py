"""Reading: the responses of any WARC, whoever wrote it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scraper.article import Capture
from scraper.captures.decoding import decoded
from scraper.captures.openfile import OPEN
from scraper.captures.questions import GET
from scraper.captures.records import records
from scraper.captures.responses import Place, Response, read_response, responses
from scraper.captures.warc import sha256
from scraper.errors import InputError

OF_THE_WIRE = {"content-encoding", "transfer-encoding", "content-length"}
"""Headers that do not describe a decoded body."""


@dataclass(frozen=True, slots=True)
class Captured:
    """A response as captured."""

    url: str
    """Address it answers."""
    status: int
    """HTTP status."""
    headers: Mapping[str, str]
    """Response headers, names in lower case, of a repeated one the last; without those that describe the encoded body."""
    body: bytes
    """Body with transfer and content encoding undone."""
    capture: Capture
    """Where the body stands."""

    @property
    def content_type(self) -> str | None:
        """Value of the Content-Type header."""
        return self.headers.get("content-type")


def read_captures(path: Path) -> Iterator[Captured]:
    """Yield every response in the file ``path`` that stands for its address, in order; answers to forms that were sent do not.

    A revisit brings the body it refers to, under its own address and date. Raises InputError where the file is missing, empty,
    no WARC, cut short or damaged, after yielding what stands before the damage.
    """
    for response in responses(path):
        if response.question == GET:
            yield revisited(response) if response.is_revisit else captured(response)


def read_capture(folder: Path, capture: Capture) -> Captured:
    """Return the response that ``capture`` points to inside ``folder``; raises InputError where it no longer stands there."""
    path = folder / capture.warc
    if not path.exists():
        path = path.with_name(path.name + OPEN)  # the crawl still runs, or was killed and is not repaired yet
    found = read_at(Place(path, capture.offset))
    if found.capture.payload_digest != capture.payload_digest:
        raise InputError(path, f"holds another response at byte {capture.offset} than was captured there")
    return replace(found, capture=capture)


def read_at(place: Place) -> Captured:
    """Return the response at ``place``; raises InputError where none stands there."""
    record = next(records(place.path, place.offset), None)
    response = read_response(record) if record else None
    if response is None or response.is_revisit or response.body != place:
        raise InputError(place.path, f"holds no response at byte {place.offset}")
    return captured(response)


def captured(response: Response) -> Captured:
    """Return ``response`` with its body read and decoded."""
    record = response.record
    body = decoded(record.parsed.reader.read(), response.headers)
    capture = Capture(
        warc=f"{record.path.absolute().parent.name}/{record.path.name.removesuffix(OPEN)}",
        offset=record.offset,
        length=record.length,
        payload_digest=sha256(body),
        date=response.date,
        status=response.status,
    )
    return Captured(response.url, response.status, of_the_body(response.headers), body, capture)


def revisited(response: Response) -> Captured:
    """Return the capture that ``response``, a revisit, refers to, under the address, headers and date of the revisit."""
    earlier = read_at(response.body)
    return replace(
        earlier,
        url=response.url,
        headers=of_the_body(response.headers) or earlier.headers,
        capture=earlier.capture.model_copy(update={"date": response.date}),
    )


def of_the_body(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Return the headers that hold for a decoded body."""
    return {name: value for name, value in headers.items() if name not in OF_THE_WIRE}
