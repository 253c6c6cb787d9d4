"""What a response answers: only the answer to a GET stands for the address itself, that to a form that was sent does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fastwarc.warc import WarcRecordType

from scraper.captures.records import END_OF_HEAD, Record
from scraper.captures.warc import sha256
from scraper.errors import InputError

ANSWERS = (WarcRecordType.response, WarcRecordType.revisit)
LONGEST_METHOD = 20


@dataclass(frozen=True, slots=True)
class Question:
    """A request, as far as its answer hangs on it beside the address."""

    method: str
    """HTTP method."""
    digest: str
    """Digest of the body sent, empty for a GET."""


GET = Question("GET", "")


def asked(method: str, body: bytes) -> Question:
    """Return the question that a request is; what is sent with a GET changes nothing."""
    return GET if method == "GET" else Question(method, sha256(body))


def with_questions(records: Iterable[Record]) -> Iterator[tuple[Record, Question]]:
    """Yield the records that answer, in order, each with what it answers; a GET where no request record says otherwise.

    Writers put a request before its response or directly behind it, and either names the other.
    """
    questions: dict[str, Question] = {}
    held: Record | None = None
    try:
        for record in records:
            if record.parsed.record_type == WarcRecordType.request:
                note(record, questions)
            if held:
                yield held, question_of(held, questions)
            held = record if record.parsed.record_type in ANSWERS else None
    except InputError:
        if held:
            yield held, question_of(held, questions)
        raise
    if held:
        yield held, question_of(held, questions)


def note(record: Record, questions: dict[str, Question]) -> None:
    """Keep what a request record asks, where that is no GET, under its own name and that of its response."""
    question = read_question(record)
    if question != GET:
        questions |= dict.fromkeys(names(record), question)


def question_of(record: Record, questions: dict[str, Question]) -> Question:
    """Return what the response ``record`` answers."""
    return next((questions[name] for name in names(record) if name in questions), GET)


def names(record: Record) -> list[str]:
    """Return the identifiers of ``record`` and of the one it belongs to."""
    headers = record.parsed.headers
    return [name for field in ("WARC-Record-ID", "WARC-Concurrent-To") if (name := headers.get(field))]


def read_question(record: Record) -> Question:
    """Return what the request ``record`` asks."""
    head, _, body = record.parsed.reader.read().partition(END_OF_HEAD)
    method = head[:LONGEST_METHOD].partition(b" ")[0].decode("latin-1").upper()
    return asked(method, body) if method.isalpha() else GET
