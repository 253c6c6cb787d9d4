"""The frontier of one run over one site: which addresses it has met, which it has handed out, which come next."""

from collections.abc import Iterable
from datetime import datetime

from scraper.catalogue.addresses import Address, FoundAddress, priority_of
from scraper.catalogue.answers import Answer, Fetch, wake_all
from scraper.catalogue.batch import Batch
from scraper.catalogue.runs import Run


class Frontier:
    """Hands out the due addresses of a site that are not done in ``run``, each once.

    Every step stands in the address table but one: what is handed out and not answered is known to this object alone. So the
    process that goes on with a run that was killed hands it out again.
    """

    def __init__(self, batch: Batch, run: Run) -> None:
        self.batch = batch
        self.run = run
        self._offered: dict[str, tuple[int, int]] = {}
        """Priority and depth of each address that was met."""
        self._handed_out: dict[int, int | None] = {}
        """Numbers of addresses, with the batch that holds their answer; null for those in flight."""

    def discover(self, found: Iterable[FoundAddress], now: datetime) -> int:
        """Add addresses and return how many of them the archive meets for the first time.

        Those that the run has met before cost nothing, unless that brings something new: see ``_tells``.
        """
        fresh = [one for one in found if self._tells(one)]
        return self.batch.offer(self.run.site, fresh, self.run.id, now) if fresh else 0

    def take(self, limit: int, now: datetime) -> list[Address]:
        """Hand out the next ``limit`` due addresses; fewer where there are fewer.

        Listings, feeds and sitemaps come first, then articles, then others; among them those nearest to the start.
        """
        taken = self._next(limit, now)
        if len(taken) < limit and self.batch.commit_offers():
            taken += self._next(limit - len(taken), now)
        return taken

    def put_back(self, address: Address) -> None:
        """Take back an address that was handed out and not asked for."""
        self._handed_out.pop(address.id, None)

    def done(self, address: Address, fetch: Fetch, article_id: str | None = None) -> None:
        """Note what came of asking for ``address``, and which article was read there; put the article first."""
        self._handed_out[address.id] = self.batch.number
        self.batch.answer(Answer(address, fetch, self.run.id, article_id or address.article_id))

    def ask_all(self, now: datetime) -> int:
        """Let every address wait that the run has not fetched, due or not, and return how many; those never due stay."""
        self.batch.commit()
        with self.batch.database.writing() as connection:
            return wake_all(connection, self.run.site, self.run.id, now)

    @property
    def in_flight(self) -> int:
        """How many addresses are handed out and not answered."""
        return sum(batch is None for batch in self._handed_out.values())

    def next_moment(self) -> datetime | None:
        """Return when the next address that can be handed out is due; null where none waits. Offers not written count not."""
        return self.batch.addresses.next_moment(self.run.site, self._held())

    def articles_read(self) -> set[str]:
        """Return the articles whose addresses this run has fetched, as far as it is committed."""
        return self.batch.addresses.articles_read(self.run.id)

    def _tells(self, found: FoundAddress) -> bool:
        """Remember an address and say whether it is more urgent or nearer than the run knew, or said to have changed."""
        priority, depth = priority_of(found.kind), found.depth
        best = self._offered.get(found.canonical, (priority + 1, depth + 1))
        self._offered[found.canonical] = min(priority, best[0]), min(depth, best[1])
        return found.modified is not None or priority < best[0] or depth < best[1]

    def _next(self, limit: int, now: datetime) -> list[Address]:
        """Hand out addresses that stand in the database."""
        taken = self.batch.addresses.next_due(self.run.site, now, limit, self._held())
        self._handed_out.update(dict.fromkeys(address.id for address in taken))
        return taken

    def _held(self) -> set[int]:
        """Return the numbers of addresses that wait in the table though in flight, or answered in the batch."""
        current = self.batch.number
        self._handed_out = {n: batch for n, batch in self._handed_out.items() if batch is None or batch >= current}
        return set(self._handed_out)
