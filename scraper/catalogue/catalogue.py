"""The catalogue as the rest of the program meets it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from scraper.article import Article
from scraper.catalogue.addresses import Addresses
from scraper.catalogue.articles import Articles, Count
from scraper.catalogue.batch import Batch
from scraper.catalogue.changes import Change, ChangeLog
from scraper.catalogue.connection import Database, check, complete, connect, create
from scraper.catalogue.drafts import Outcome
from scraper.catalogue.frontier import Frontier
from scraper.catalogue.paces import Paces
from scraper.catalogue.runs import Run, Runs
from scraper.catalogue.templates import Templates
from scraper.errors import OutputError
from scraper.extraction import Learned

FILE_NAME = "catalogue.sqlite"


class Catalogue:
    """Addresses, articles with versions, the change log, the runs, templates and paces of sites, over one ``database``.

    What is put, deleted, discovered or answered is gathered in ``batch`` and becomes permanent at ``commit``; what is not
    committed at the end is forgotten. Every method raises OutputError where the database cannot be used.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.batch = Batch(database)
        self.addresses = Addresses(database)
        self.runs = Runs(database)
        self._articles = Articles(database)
        self._log = ChangeLog(database)
        self._templates = Templates(database)
        self._paces = Paces(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin_run(self, site: str, now: datetime) -> Run:
        """Return the unfinished run over ``site``, or begin one; raises OutputError where another process is at it."""
        return self.runs.begin(site, now)

    def finish_run(self, run: Run, now: datetime, outcome: str, counts: Mapping[str, Any]) -> None:
        """Commit, and write down that ``run`` ended at ``now``, and with what."""
        self.commit()
        self.runs.finish(run, now, outcome, counts)

    def note_run(self, run: Run, counts: Mapping[str, Any]) -> None:
        """Keep what ``run`` counted before it was stopped; it stays open, for the next start to go on with it."""
        self.runs.note(run, counts)

    def frontier(self, run: Run) -> Frontier:
        """Return the frontier of ``run``."""
        return Frontier(self.batch, run)

    def put(self, article: Article, now: datetime) -> Outcome:
        """Keep ``article`` as read at ``now``: a first version, a further one, or a later date of sight."""
        return self.batch.put(article, now)

    def delete(self, article_id: str, now: datetime) -> None:
        """Write down that an article is gone; its record and history stay."""
        self.batch.delete(article_id, now)

    @property
    def before_commit(self) -> list[Callable[[], None]]:
        """What is done before anything becomes permanent: bringing the captures to disk that it rests on."""
        return self.batch.before_commit

    def commit(self) -> None:
        """Make everything so far permanent, in one transaction."""
        self.batch.commit()

    def commit_when_full(self) -> bool:
        """Commit where enough is gathered or the oldest of it has waited long enough, and say whether it was."""
        return self.batch.commit_when_full()

    def get(self, article_id: str) -> Article | None:
        """Return the current record of an article; a deleted one has its ``date_deleted``."""
        return self._articles.get(article_id)

    def digest(self, article_id: str) -> str | None:
        """Return the content digest of the current version of an article; None for an unknown or deleted one."""
        standing = self._articles.standing(article_id)
        return standing.digest if standing and not standing.deleted else None

    def find(self, wanted: str, limit: int = 20) -> list[Article]:
        """Return the articles that ``wanted`` means: an identifier, the start of its UUID, or an address in any spelling."""
        return self._articles.find(wanted, limit)

    def articles(self, site: str | None = None) -> Iterator[Article]:
        """Yield the current records, deleted ones too, in the order in which the archive met them."""
        return self._articles.all(site)

    def history(self, article_id: str) -> list[Article]:
        """Return every version of one article, oldest first."""
        return self._articles.history(article_id)

    def counts(self) -> dict[str, Count]:
        """Return the number of articles by site."""
        return self._articles.counts()

    def template(self, site: str) -> Learned:
        """Return what earlier crawls learned of the pages of ``site``."""
        return self._templates.get(site)

    def put_template(self, site: str, learned: Learned, now: datetime) -> None:
        """Keep what a crawl over ``site`` has learned; permanent at once."""
        self._templates.put(site, learned, now)

    def pace(self, site: str) -> float:
        """Return the seconds between two requests that ``site`` has taught us, 0 where it has not complained."""
        return self._paces.get(site)

    def put_pace(self, site: str, delay: float, now: datetime) -> None:
        """Keep the delay that a crawl over ``site`` has learned, 0 for none; permanent at once."""
        self._paces.put(site, delay, now)

    def changes(self, after: int = 0, limit: int | None = None) -> Iterator[Change]:
        """Yield the changes behind number ``after``, at most ``limit`` of them."""
        return self._log.after(after, limit)

    def cursor(self, name: str) -> int:
        """Return the last change that the reader ``name`` has dealt with; 0 for a new one."""
        return self._log.cursor(name)

    def advance(self, name: str, seq: int) -> None:
        """Write down that the reader ``name`` has dealt with everything up to ``seq``."""
        self._log.advance(name, seq)

    def close(self) -> None:
        """Give the database back, without committing."""
        self.database.engine.dispose()


def open_catalogue(location: Path | str) -> Catalogue:
    """Open the catalogue in a folder, in a file, or at an address (``postgresql+psycopg://...``); made where there is none.

    Raises OutputError where the folder cannot be written, the database is locked, or it holds anything else.
    """
    database = connect(_file(location))
    _make_folder(database)
    create(database)
    check(database)
    complete(database)
    return Catalogue(database)


def read_catalogue(location: Path | str) -> Catalogue:
    """Open a catalogue that must be there already; raises OutputError where it is not."""
    database = connect(_file(location))
    if database.is_file and not Path(database.place).is_file():
        raise OutputError(database.place, "no catalogue here; a crawl makes one")
    check(database)
    return Catalogue(database)


def _file(location: Path | str) -> Path | str:
    """Return the file of the catalogue where ``location`` is the folder it stands in."""
    if isinstance(location, str) and "://" in location:
        return location
    path = Path(location)
    return path if path.suffix and not path.is_dir() else path / FILE_NAME


def _make_folder(database: Database) -> None:
    """Make the folder that a new catalogue is to stand in."""
    if database.is_file:
        try:
            Path(database.place).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(Path(database.place).parent, error.strerror or str(error)) from error
