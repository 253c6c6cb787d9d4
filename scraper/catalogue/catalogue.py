"""The catalogue as the rest of the program meets it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from scraper.article import Article
from scraper.catalogue import articles, changes, runs
from scraper.catalogue.articles import Outcome
from scraper.catalogue.changes import Change
from scraper.catalogue.frontier import Frontier
from scraper.catalogue.runs import Run
from scraper.catalogue.store import Store

FILE_NAME = "catalogue.sqlite"


class Catalogue:
    """Addresses, articles with versions, the change log and the runs, over one ``store``.

    Writing joins the open transaction; ``commit`` makes it permanent. Every method raises OutputError where the database
    cannot be used.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def frontier(self, run: Run) -> Frontier:
        """Return the frontier of ``run``."""
        return Frontier(self.store, run.site, run.id)

    def begin_run(self, site: str, now: datetime) -> Run:
        """Return the unfinished run over ``site``, or begin one at ``now``."""
        return runs.begin_run(self.store, site, now)

    def finish_run(self, run: Run, now: datetime, outcome: str, counts: dict[str, int]) -> None:
        """Write down that ``run`` ended at ``now``, and with what."""
        runs.finish_run(self.store, run, now, outcome, counts)

    def put(self, article: Article, now: datetime) -> Outcome:
        """Keep ``article`` as read at ``now``."""
        return articles.put_article(self.store, article, now)

    def find(self, wanted: str, canonical: str) -> list[Article]:
        """Return the articles that ``wanted`` means: an identifier, the start of its UUID, or an address."""
        return articles.find_articles(self.store, wanted, canonical)

    def articles(self, site: str | None = None) -> Iterator[Article]:
        """Yield the current records by site and identifier."""
        return articles.all_articles(self.store, site)

    def history(self, identifier: str) -> list[Article]:
        """Return every version of one article, oldest first."""
        return articles.history(self.store, identifier)

    def counts(self) -> dict[str, int]:
        """Return the number of articles by site."""
        return articles.count_articles(self.store)

    def changes(self, after: int = 0, limit: int | None = None) -> list[Change]:
        """Return the changes behind number ``after``, at most ``limit`` of them."""
        return changes.read_changes(self.store, after, limit)

    def cursor(self, name: str) -> int:
        """Return the last change that the reader ``name`` has dealt with."""
        return changes.cursor(self.store, name)

    def advance(self, name: str, seq: int) -> None:
        """Write down that the reader ``name`` has dealt with everything up to ``seq``."""
        changes.advance(self.store, name, seq)

    def commit(self) -> None:
        """Make everything so far permanent."""
        self.store.commit()


@contextmanager
def open_catalogue(output: Path) -> Iterator[Catalogue]:
    """Open the catalogue in the folder ``output``, made where it is missing; what is not committed at the end is forgotten."""
    store = Store(output / FILE_NAME)
    try:
        yield Catalogue(store)
    finally:
        store.close()
