"""The frontier of one run over one site: a queue in memory, every step of it in the address table.

Nothing is taken out of the table: an address is done in a run when its row says so. A run that was killed is opened again and
offers what is not done, in-flight requests included.
"""

import heapq
from dataclasses import asdict
from itertools import count

from sqlalchemy import insert, or_, select, update

from scraper.catalogue.addresses import Address, AddressState, Fetch, FoundAddress
from scraper.catalogue.store import Store
from scraper.catalogue.tables import addresses
from scraper.site import Kind

ORDER = {Kind.LISTING: 0, Kind.FEED: 0, Kind.SITEMAP: 0, Kind.ARTICLE: 1, Kind.OTHER: 2}
"""What is asked first: pages that lead to articles, then articles, then pages nobody has described."""


class Frontier:
    """Hands out the addresses of ``site`` that are not done in ``run``, each once."""

    def __init__(self, store: Store, site: str, run: str) -> None:
        self.store = store
        self.site = site
        self.run = run
        self.turn = count()
        self.known: set[str] = set(store.scalars(select(addresses.c.canonical).where(addresses.c.site == site)))
        self.queue: list[tuple[int, int, int, Address]] = []
        for address in self._open():
            self._push(address)

    def __len__(self) -> int:
        return len(self.queue)

    def add(self, found: FoundAddress) -> bool:
        """Queue ``found`` unless its address is known; say whether it was new."""
        if found.canonical in self.known:
            return False
        self.known.add(found.canonical)
        self.store.execute(insert(addresses), {**asdict(found), "site": self.site, "state": AddressState.WAITING})
        self._push(Address(**asdict(found)))
        return True

    def take(self) -> Address | None:
        """Return the next address to ask for, None where none is left."""
        return heapq.heappop(self.queue)[3] if self.queue else None

    def put_back(self, address: Address) -> None:
        """Queue an address again that was taken and not asked for."""
        self._push(address)

    def done(self, canonical: str, fetch: Fetch, article_id: str | None = None) -> None:
        """Write down what came of asking for ``canonical`` in this run."""
        good = fetch.state is AddressState.DONE
        values: dict[str, object] = {
            "state": fetch.state,
            "status": fetch.status,
            "fetched": fetch.moment,
            "fetched_in": self.run,
            "failures": 0 if good else addresses.c.failures + 1,
        }
        if good:
            values |= {"etag": fetch.etag, "last_modified": fetch.last_modified, "digest": fetch.digest}
            values |= {"article_id": article_id} if article_id else {}
        if fetch.kind:
            values["kind"] = fetch.kind
        self.store.execute(update(addresses).where(*self._row(canonical)).values(values))

    def articles_read(self) -> set[str]:
        """Return the articles that this run has already read."""
        query = select(addresses.c.article_id).where(addresses.c.site == self.site, addresses.c.fetched_in == self.run)
        return {found for found in self.store.scalars(query) if found}

    def _push(self, address: Address) -> None:
        """Queue ``address`` behind those of its kind and depth."""
        heapq.heappush(self.queue, (ORDER[address.kind], address.depth, next(self.turn), address))

    def _row(self, canonical: str) -> tuple:  # type: ignore[type-arg]  # clauses of SQLAlchemy
        """Return the clauses that name the row of ``canonical``."""
        return addresses.c.site == self.site, addresses.c.canonical == canonical

    def _open(self) -> list[Address]:
        """Return the addresses not done in this run, in the order they were found."""
        c = addresses.c
        columns = (c.canonical, c.url, c.kind, c.depth, c.found_on, c.etag, c.last_modified, c.failures)
        open_in_run = or_(c.fetched_in.is_(None), c.fetched_in != self.run)
        query = select(*columns).where(c.site == self.site, open_in_run, c.state != AddressState.REFUSED)
        rows = self.store.rows(query.order_by(c.depth, c.canonical))
        return [Address(row.canonical, row.url, Kind(row.kind), *row[3:]) for row in rows]
