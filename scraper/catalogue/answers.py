"""Writing the address table: addresses as they are met, and what came of asking for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, or_, update

from scraper.catalogue.addresses import Address, FoundAddress, priority_of
from scraper.catalogue.connection import insert_into
from scraper.catalogue.tables import AddressState, addresses
from scraper.site import Kind


@dataclass(frozen=True, slots=True)
class Offer:
    """An address of ``site`` that was met in ``run``."""

    site: str
    found: FoundAddress
    run: str
    moment: datetime
    """When it was met, UTC; a new one is due from then."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """What came of asking for an address. Validators and digest that are not given stay as they were."""

    state: AddressState
    """DONE ends a row of failures, REFUSED leaves it, the others lengthen it."""
    moment: datetime
    """When the answer came, UTC."""
    due: datetime | None
    """When it is to be asked for again; null for never. With WAITING it is asked for again in this run."""
    status: int | None = None
    """HTTP status; null where nothing answered."""
    kind: Kind | None = None
    """What the page turned out to be, where it decided itself."""
    etag: str | None = None
    """Validator."""
    last_modified: str | None = None
    """Validator, as the server spelled it."""
    digest: str | None = None
    """Payload digest."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An address with what came of asking for it in ``run``."""

    address: Address
    fetch: Fetch
    run: str
    article_id: str | None
    """The article that it leads to."""


def write_offers(connection: Connection, offers: Sequence[Offer]) -> None:
    """Add new addresses; of known ones keep the smaller depth and the more urgent kind, and note the run that met them."""
    insert = insert_into(connection, addresses)
    new, known = insert.excluded, addresses.c
    nearer, urgent = new.depth < known.depth, new.priority < known.priority
    statement = insert.on_conflict_do_update(
        index_elements=[known.site, known.canonical],
        set_={
            "depth": case((nearer, new.depth), else_=known.depth),
            "priority": case((urgent, new.priority), else_=known.priority),
            "kind": case((urgent, new.kind), else_=known.kind),
            "offered_in": new.offered_in,
        },
        where=or_(nearer, urgent, known.offered_in.is_distinct_from(new.offered_in)),
    )
    connection.execute(statement, [_new_row(offer) for offer in offers])
    _wake_modified(connection, [offer for offer in offers if offer.found.modified])


def _new_row(offer: Offer) -> dict[str, Any]:
    """Return the row of an address met for the first time."""
    found = offer.found
    return {
        "site": offer.site,
        "canonical": found.canonical,
        "url": found.url,
        "kind": found.kind,
        "state": AddressState.WAITING,
        "due": offer.moment,
        "priority": priority_of(found.kind),
        "depth": found.depth,
        "found_on": found.found_on,
        "offered_in": offer.run,
    }


def _wake_modified(connection: Connection, offers: Sequence[Offer]) -> None:
    """Let addresses wait that changed after they were last fetched, once a run."""
    statement = (
        update(addresses)
        .where(addresses.c.site == bindparam("of_site"), addresses.c.canonical == bindparam("at"))
        .where(addresses.c.last_fetched < bindparam("modified"), addresses.c.fetched_in.is_distinct_from(bindparam("run")))
        .values(state=AddressState.WAITING, due=bindparam("now"))
    )
    rows = [
        {"of_site": one.site, "at": one.found.canonical, "modified": one.found.modified, "run": one.run, "now": one.moment}
        for one in offers
    ]
    if rows:
        connection.execute(statement, rows)


def write_answers(connection: Connection, answers: Iterable[Answer]) -> None:
    """Note what came of asking."""
    rows = [answer_row(answer) for answer in answers]
    statement = update(addresses).where(addresses.c.id == bindparam("number"))
    connection.execute(statement.values({name: bindparam(name) for name in rows[0] if name != "number"}), rows)


def answer_row(answer: Answer) -> dict[str, Any]:
    """Return the new values of an address that was asked for, under its ``number``."""
    before, fetch = answer.address, answer.fetch
    differs = fetch.digest is not None and fetch.digest != before.digest
    kind = fetch.kind or before.kind
    return {
        "number": before.id,
        "kind": kind,
        "priority": priority_of(kind),
        "state": fetch.state,
        "due": fetch.due,
        "etag": fetch.etag or before.etag,
        "last_modified": fetch.last_modified or before.last_modified,
        "last_status": fetch.status,
        "last_fetched": fetch.moment,
        "last_changed": fetch.moment if differs else before.last_changed,
        "digest": fetch.digest or before.digest,
        "article_id": answer.article_id,
        "fetched_in": answer.run,
        **_failures(before, fetch),
    }


def _failures(before: Address, fetch: Fetch) -> dict[str, Any]:
    """Return the number of failures in a row and the moment of the first."""
    match fetch.state:
        case AddressState.DONE:
            return {"failures": 0, "failing_since": None}
        case AddressState.REFUSED:
            return {"failures": before.failures, "failing_since": before.failing_since}
        case _:
            return {"failures": before.failures + 1, "failing_since": before.failing_since or fetch.moment}


def wake(connection: Connection, site: str, run: str, now: datetime) -> int:
    """Let the addresses of ``site`` wait that are due and that ``run`` has not fetched; return how many."""
    asleep = update(addresses).where(addresses.c.site == site, addresses.c.state != AddressState.WAITING)
    due = asleep.where(addresses.c.due <= now, addresses.c.fetched_in.is_distinct_from(run))
    return connection.execute(due.values(state=AddressState.WAITING)).rowcount


def wake_all(connection: Connection, site: str, run: str, now: datetime) -> int:
    """Let the addresses of ``site`` wait, due or not, that are ever to be asked for again and that ``run`` has not fetched."""
    ever = update(addresses).where(addresses.c.site == site, addresses.c.due.is_not(None))
    open_in_run = ever.where(addresses.c.fetched_in.is_distinct_from(run))
    return connection.execute(open_in_run.values(state=AddressState.WAITING, due=now)).rowcount
