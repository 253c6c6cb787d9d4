"""Writing: operations are gathered and written together, so that no page costs a transaction of its own."""

import time
from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy import Connection

from scraper.article import Article
from scraper.catalogue.addresses import Addresses, FoundAddress
from scraper.catalogue.answers import Answer, Offer, write_answers, write_offers
from scraper.catalogue.connection import Database
from scraper.catalogue.drafts import Drafts, Outcome
from scraper.catalogue.runs import give_sign
from scraper.catalogue.tables import AddressState


class Batch:
    """Operations not yet written. ``commit`` writes them in one transaction: all of them or none.

    Put an article before noting its address as answered; then an address is never done without the article it yielded, whenever
    the batch is written. One batch serves every crawl of a process. It is not meant for several threads.
    """

    def __init__(self, database: Database) -> None:
        self.addresses = Addresses(database)
        self.database = database
        self.before_commit: list[Callable[[], None]] = []
        """Steps taken before a commit: they bring to disk the captures that the operations speak of."""
        self.size = 100
        """Operations at which the batch is full."""
        self.seconds = 2.0
        """Age at which the batch is full."""
        self.number = 0
        """Counts the batches from 1."""
        self._offers: list[Offer] = []
        self._clear()

    def _clear(self) -> None:
        """Begin the next batch."""
        self.number += 1
        self._begun = time.monotonic()
        self._answers: list[Answer] = []
        self._drafts = Drafts(self.database)

    def __len__(self) -> int:
        return len(self._offers) + len(self._answers) + len(self._drafts)

    def offer(self, site: str, found: Iterable[FoundAddress], run: str, now: datetime) -> int:
        """Add addresses that were met, and return how many of them are new."""
        offers = [Offer(site, one, run, now) for one in found]
        waiting = {(one.site, one.found.canonical) for one in self._offers}
        self._offers += offers
        canonicals = {one.found.canonical for one in offers if (site, one.found.canonical) not in waiting}
        return len(self.addresses.unknown(site, list(canonicals)))

    def answer(self, answer: Answer) -> None:
        """Note what came of asking for an address; where it still leads to an article, that was seen."""
        self._answers.append(answer)
        if answer.article_id and answer.fetch.state is AddressState.DONE:
            self._drafts.see(answer.article_id, answer.fetch.moment)

    def put(self, article: Article, now: datetime) -> Outcome:
        """Add a reading of an article made at ``now``, and say what it came to."""
        before = self._drafts.standing(article.id)
        if before and before.canonical_url != article.canonical_url:
            self.commit_offers()  # which of two addresses an article stands at hangs on what the site names today
        return self._drafts.put(article, now)

    def delete(self, article_id: str, now: datetime) -> None:
        """Note that an article is gone; its record and history stay."""
        self._drafts.delete(article_id, now)

    def commit_when_full(self) -> bool:
        """Write the batch where it is large or old enough, and say whether it was."""
        full = len(self) >= self.size or (len(self) > 0 and time.monotonic() - self._begun >= self.seconds)
        if full:
            self.commit()
        return full

    def commit(self) -> None:
        """Write the batch and begin the next; where the database refuses, OutputError is raised and the batch kept."""
        if len(self._answers) or len(self._drafts):
            for step in self.before_commit:
                step()
        if len(self):
            with self.database.writing() as connection:
                self._write(connection)
        self._offers = []
        self._clear()

    def commit_offers(self) -> bool:
        """Write the addresses that were met ahead of the rest, for they rest on no capture, and say whether there were any."""
        if not self._offers:
            return False
        with self.database.writing() as connection:
            write_offers(connection, self._offers)
        self._offers = []
        return True

    def _write(self, connection: Connection) -> None:
        """Write everything, what is referred to before what refers to it."""
        if self._offers:
            write_offers(connection, self._offers)
        self._drafts.write(connection)
        if self._answers:
            write_answers(connection, self._answers)
            give_sign(connection, {one.run for one in self._answers}, self._answers[-1].fetch.moment)
