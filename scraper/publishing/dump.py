"""The dump: every article that stands as one line of JSON, in a file for each site and month of publication."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from scraper.article import Article
from scraper.catalogue import Catalogue
from scraper.errors import OutputError
from scraper.files import replaced

DUMP = "dump"
"""Folder of the dump inside the output folder."""

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Dumped:
    """What was written."""

    files: int
    records: int


def write_dump(catalogue: Catalogue, output: Path) -> Dumped:
    """Write the dump of all sites into ``output``/dump; files of months that hold nothing any more are removed.

    Each file appears whole or not at all, and has the same bytes whenever it holds the same records. Raises OutputError.
    """
    written: dict[Path, int] = {}
    with _said_plainly(output / DUMP):
        for site in catalogue.counts():
            written |= _write_site(catalogue, site, output / DUMP / site)
        for stale in set((output / DUMP).glob("*/*.jsonl.gz")) - set(written):
            stale.unlink()
    return Dumped(len(written), sum(written.values()))


def _write_site(catalogue: Catalogue, site: str, folder: Path) -> dict[Path, int]:
    """Write the files of one site and return the number of records in each."""
    keys = sorted((month_of(article), article.id) for article in catalogue.articles(site) if article.date_deleted is None)
    written = {}
    for month, group in groupby(keys, key=lambda key: key[0]):
        path = folder / f"{month}.jsonl.gz"
        records = (catalogue.get(identifier) for _, identifier in group)
        written[path] = write_lines(path, (record.model_dump_json() for record in records if record))
    return written


def month_of(article: Article) -> str:
    """Return the month of publication as in file names: ``2017-08``, or ``undated``."""
    return f"{article.date_published:%Y-%m}" if article.date_published else UNDATED


def write_lines(path: Path, lines: Iterator[str]) -> int:
    """Write ``lines`` gzipped to ``path`` at one stroke; return their number."""
    number = 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with replaced(path) as stream, gzip.GzipFile(filename="", fileobj=stream, mode="wb", mtime=0) as packed:
        for line in lines:
            packed.write(line.encode() + b"\n")
            number += 1
    return number


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    """Turn an error of the operating system into one that names ``path``."""
    try:
        yield
    except OSError as error:
        raise OutputError(path, f"cannot write the dump: {error.strerror or error}") from error
